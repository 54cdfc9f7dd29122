"""What is known of a file before it is read: its name, the settings for it, and the flags of this run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from replylint.model import Channel, Conversation, Ignore, Message, Mode, Settings

_FALLBACK: Mapping[str, str] = MappingProxyType({"channel": "email", "locale": "en-US", "mode": "draft"})


@dataclass(frozen=True, slots=True)
class Overrides:
    """Flags of one run: they win over what a file says itself, which wins over the settings."""

    channel: Channel | None = None
    mode: Mode | None = None
    locale: str | None = None
    now: datetime | None = None
    timezone: str | None = None


@dataclass(frozen=True)
class FrontMatter:
    """What a file says above its text; ``end`` is where the text starts."""

    end: int = 0
    said: Mapping[str, Any] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict)
    draft: Mapping[str, Any] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A file's path, and where its conversations take what they do not say themselves."""

    path: str
    settings: Settings = field(default_factory=Settings)
    overrides: Overrides = field(default_factory=Overrides)
    per_path: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return PurePath(self.path).name

    def conversation(
        self,
        id: str,
        messages: tuple[Message, ...],
        draft: Message | None,
        meta: Mapping[str, Any] = MappingProxyType({}),
        said: Mapping[str, Any] = MappingProxyType({}),
        ignores: tuple[Ignore, ...] = (),
    ) -> Conversation:
        """Make a conversation; ``said`` is what the file says of channel, locale and mode."""
        chosen: dict[str, Any] = {
            key: getattr(self.overrides, key)
            or said.get(key)
            or self.per_path.get(key)
            or getattr(self.settings, key)
            or _FALLBACK[key]
            for key in ("channel", "locale", "mode")
        }
        chosen["locale"] = chosen["locale"].replace("_", "-")
        merged = MappingProxyType(self._meta(meta))
        return Conversation(id, messages, draft, **chosen, meta=merged, ignores=ignores, path=self.path)

    def _meta(self, meta: Mapping[str, Any]) -> dict[str, Any]:
        merged = dict(meta)
        now, timezone = self.overrides.now, self.overrides.timezone
        if now or (self.settings.now and "now" not in merged):
            merged["now"] = (now or self.settings.now).isoformat()  # type: ignore[union-attr]
        if timezone or (self.settings.timezone and "tz" not in merged):
            merged["tz"] = timezone or self.settings.timezone
        return merged
