"""Pydantic's search for plugins in all installed packages, which a short run need not wait for."""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Final

_METADATA: Final = "importlib.metadata"


def spare_plugins() -> None:
    """Let pydantic look for no plugins, nor load what it would look with: together 25 ms.

    To be called before pydantic is imported. Whoever needs more of `importlib.metadata` than its
    name gets the module itself.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_METADATA, _LateMetadata(_METADATA))


class _LateMetadata(ModuleType):
    """`importlib.metadata`, loaded when it is used (it takes the `email` package along)."""

    def entry_points(self, **wanted: object) -> object:
        """Return the entry points wanted: the one function that pydantic asks for by name."""
        return self._loaded().entry_points(**wanted)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # the import system asks, no user
            raise AttributeError(name)
        return getattr(self._loaded(), name)

    def _loaded(self) -> ModuleType:
        if sys.modules.get(_METADATA) is self:
            del sys.modules[_METADATA]
        return import_module(_METADATA)
