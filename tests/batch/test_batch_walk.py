"""Which files are read: folders, patterns, links, what is passed over."""

import errno
import os
import sys
from pathlib import Path

import pytest

from batch_office import Office
from kehoach_parser import parse
from kehoach_parser.batch.walk import Choice, Walk, listed
from kehoach_parser.errors import UnreadableError


def _names(walk: Walk, *words: Path | str) -> list[str]:
    return [file.name for file in walk.find(map(str, words))]


def _skipped(walk: Walk) -> set[tuple[str, str]]:
    return {(Path(item.path).name, item.why) for item in walk.skipped}


def test_a_folder_gives_its_documents_in_order(office: Office) -> None:
    for name in ("b/2.PDF", "b/1.docx", "a.txt", "c.xlsx", "d.json"):
        office.put(name)
    walk = Walk(Choice())
    assert _names(walk, office.inside) == ["a.txt", "b/1.docx", "b/2.PDF"]
    assert _skipped(walk) == {("c.xlsx", "type"), ("d.json", "type")}


def test_litter_is_passed_over(office: Office) -> None:
    litter = ("~$a.docx", ".~lock.a.docx#", "desktop.ini", "._a.docx", "Thumbs.db", ".DS_Store")
    for name in (*litter, "a.docx"):
        office.put(name)
    walk = Walk(Choice(include=("*",)))
    assert _names(walk, office.inside) == ["a.docx"]
    assert _skipped(walk) == {(name, "litter") for name in litter}


@pytest.mark.parametrize(
    ("include", "exclude", "names"),
    [
        (("*.dat",), (), ["a.dat", "cũ/b.dat"]),
        (("*.DAT", "c*/*.txt"), (), ["a.dat", "cũ/b.dat", "cũ/b.txt"]),
        ((), ("cu\u0303/*",), ["a.txt"]),
        ((), ("a.*",), ["cũ/b.txt"]),
        (("*.txt",), ("*/b.*",), ["a.txt"]),
    ],
)
def test_patterns_choose(
    office: Office, include: tuple[str, ...], exclude: tuple[str, ...], names: list[str]
) -> None:
    for name in ("a.txt", "a.dat", "cũ/b.txt", "cũ/b.dat"):
        office.put(name)
    assert _names(Walk(Choice(include, exclude)), office.inside) == names


def test_a_named_file_is_read_whatever_its_extension(office: Office) -> None:
    file = office.put("a.dat")
    assert [found.path for found in Walk(Choice()).find([str(file)])] == [file]


def test_a_pattern_on_the_command_line(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x/a.dat", "x/y/b.dat", "x/~$c.dat", "[1].txt"):
        office.put(name)
    monkeypatch.chdir(office.inside)
    assert _names(Walk(Choice()), "**/*.dat", "[1].txt") == ["[1].txt", "x/a.dat", "x/y/b.dat"]
    assert _names(Walk(Choice()), "*.none") == ["*.none"]


def test_each_file_once_however_often_it_is_named(office: Office) -> None:
    file = office.put("a/b.txt")
    assert _names(Walk(Choice()), office.inside, file, file.parent) == ["a/b.txt"]


def test_names_are_relative_to_what_holds_all_files(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = office.put("2024/q1/a.txt"), office.put("2025/b.txt")
    assert _names(Walk(Choice()), one.parent, two) == ["2024/q1/a.txt", "2025/b.txt"]
    assert _names(Walk(Choice()), one.parent) == ["a.txt"]
    assert _names(Walk(Choice()), one) == ["a.txt"]
    monkeypatch.chdir(office.inside)
    assert _names(Walk(Choice()), "2024/q1/a.txt") == ["2024/q1/a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_a_folder_is_passed_over(office: Office) -> None:
    office.put("a.txt")
    if sys.platform != "win32":
        os.mkfifo(office.inside / "ống.txt")
    walk = Walk(Choice())
    assert _names(walk, office.inside) == ["a.txt"]
    assert _skipped(walk) == {("ống.txt", "type")}


def test_a_folder_that_cannot_be_looked_into_is_kept_and_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put("a.txt")
    closed = office.put("kín/b.txt").parent
    look = os.scandir

    def denied(path: Path) -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "no")
        return look(path)

    monkeypatch.setattr("os.scandir", denied)
    assert _names(Walk(Choice()), office.inside) == ["a.txt", "kín"]
    with pytest.raises(UnreadableError, match=r"Không mở được thư mục .* \(không có quyền\)"):
        parse(closed)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_lead_neither_out_nor_in_circles(office: Office) -> None:
    office.put("in/a.txt")
    outside = office.inside.parent / "outside.txt"
    outside.write_text("x", "utf-8")
    folder = office.inside / "in"
    (folder / "out.txt").symlink_to(outside)
    (folder / "same.txt").symlink_to("a.txt")
    (folder / "loop").symlink_to("..")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    walk = Walk(Choice())
    names = _names(walk, office.inside)
    assert names == ["in/a.txt", "in/gone.txt", "in/same.txt", "in/self.txt"]
    assert _skipped(walk) == {("out.txt", "link"), ("loop", "link")}
    linked = office.inside.parent / "linked"
    linked.symlink_to(office.inside)
    assert _names(Walk(Choice()), linked) == names  # a link that is named is followed


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps both forms apart")
def test_composed_and_decomposed_names_are_one_letter_and_two_files(office: Office) -> None:
    office.put("k\u1ebf.txt")
    office.put("ke\u0302\u0301.txt")
    (office.inside / os.fsdecode(b"k\xff.txt")).write_text("x", "utf-8")
    names = _names(Walk(Choice()), office.inside)
    assert len(set(names)) == 3
    assert {"k\u1ebf.txt", "k\ufffd.txt"} < set(names)
    assert all(name.isprintable() for name in names)


def test_a_list_may_be_from_windows_or_from_find() -> None:
    assert listed("\ufeffa b.txt\r\n\r\nc.txt".encode()) == ["a b.txt", "c.txt"]
    assert listed(b"a\nb.txt\0c.txt\0") == ["a\nb.txt", "c.txt"]
    assert listed(b"k\xff.txt\n") == ["k\udcff.txt"]
