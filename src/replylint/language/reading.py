"""What is understood of one reply and the thread it answers: each fact computed once, when first asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from replylint.language.promises import Promise, promises_in
from replylint.language.syntax import Parse, Parser
from replylint.language.text import Sentence, Text
from replylint.model import Conversation, Message, Settings, Turn


class Reading:
    """One reply and its thread, understood. The facts are lazy: a rule pays only for what it asks."""

    def __init__(self, conversation: Conversation, turn: Turn, settings: Settings, parser: Parser) -> None:
        self.conversation = conversation
        self.turn = turn
        self.settings = settings
        self._parser = parser

    @cached_property
    def draft(self) -> Text:
        """The reply under judgement."""
        return Text(self.conversation.message(self.turn), self.turn)

    @cached_property
    def earlier(self) -> tuple[Text, ...]:
        """The messages before the reply, oldest first."""
        return tuple(Text(self.conversation.messages[i], i) for i in self.conversation.before(self.turn))

    @cached_property
    def current_turn(self) -> tuple[Text, ...]:
        """The customer's messages since our last one: what the reply answers."""
        turn: list[Text] = []
        for text in reversed(self.earlier):
            if text.message.role == "agent":
                break
            if text.message.role == "customer":
                turn.insert(0, text)
        return tuple(turn)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What the draft commits our side to."""
        return tuple(promises_in(self.draft, self.parse))

    @property
    def message(self) -> Message:
        return self.draft.message

    def parse(self, sentence: Sentence) -> Parse:
        """Return a sentence's syntax; its offsets are those of ``sentence.text``."""
        return self._parser(sentence.text)

    def text(self, turn: Turn) -> Text:
        """Return the message at a turn, as the rules read it."""
        return self.draft if turn == self.turn else self.earlier[int(turn)]

    def prefetch(self, sentences: Iterable[Sentence]) -> None:
        self._parser.prefetch(s.text for s in sentences)
