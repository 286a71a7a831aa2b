"""The head and the closing block, phenomenon by phenomenon."""

import json
import time
from typing import Any

from case_files import Case, each_case
from kehoach_parser.model import Metadata
from kehoach_parser.segment.closing import names_somebody
from kehoach_parser.segment.header import read_header
from segment.pages import page


def _flat(metadata: Metadata) -> dict[str, Any]:
    issuer, kind, attached = metadata.issuer, metadata.document_type, metadata.attached
    signer = metadata.signers[0] if metadata.signers else None
    return {
        **json.loads(metadata.model_dump_json()),
        "document_type": kind and kind.code,
        "issuer": issuer and issuer.name,
        "parent": issuer and issuer.parent,
        "signers": [signer.name for signer in metadata.signers],
        "capacity": signer and signer.capacity,
        "position": signer and signer.position,
        "attached": attached and attached.document_type.code,
        "attached_title": attached and attached.title,
    }


@each_case("header")
def test_head(case: Case) -> None:
    source = page(*case["lines"])
    header = read_header(source)
    found = _flat(header.metadata)
    found["findings"] = [item.code for item in header.findings]
    expected = case["expect"]
    assert {name: found[name] for name in expected} == expected


@each_case("header")
def test_spans_hold_what_was_read(case: Case) -> None:
    source = page(*case["lines"])
    metadata = read_header(source).metadata
    for name, (start, end) in metadata.spans.items():
        assert 0 <= start < end <= len(source.text), name
    if metadata.code:
        start, end = metadata.spans["code"]
        assert "".join(source.text[start:end].split()) == metadata.code
    for signer in metadata.signers:
        assert signer.span is not None
        assert source.text[slice(*signer.span)] == signer.name


def test_titles_in_masses_before_a_name_take_linear_time() -> None:
    started = time.process_time()
    assert not names_somebody("KT." * 5_000)
    assert names_somebody("PGS.TS. Lê Văn Tám")
    assert time.process_time() - started < 1
