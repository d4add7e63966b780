"""What a mail server on this machine took."""

from __future__ import annotations

import email
from dataclasses import dataclass, field
from email.message import Message
from typing import Any


@dataclass
class Post:
    """What the server took. It refuses the recipients in `refused`, with a word of its own."""

    taken: list[Message] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.refused:
            return f"550 {address} is not known here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(email.message_from_bytes(envelope.content))
        return "250 OK"
