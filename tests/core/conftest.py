"""The tests of this room commit, and their database is emptied after them."""

from __future__ import annotations

import emptying

emptying.allow()
