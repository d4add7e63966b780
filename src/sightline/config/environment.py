"""What the environment says, read once, checked, with a reason for each refusal."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import dj_database_url
import dj_email_url

PACKAGE: Final = Path(__file__).resolve().parent.parent
DEFAULT_SECRET: Final = "not-a-secret: set SIGHTLINE_SECRET_KEY"


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings that a deployment may choose."""

    package: Path
    data: Path
    secret_key: str
    debug: bool
    demo: bool
    tls: bool
    tls_decided: bool
    behind_proxy: bool
    hosts: list[str]
    trusted_origins: list[str]
    database: dict[str, Any]
    password_hashers: list[str]
    site_address: str
    email: dict[str, Any]
    email_from: str

    @classmethod
    def read(cls) -> Environment:
        """The settings as the process was started with."""
        data = Path(os.environ.get("SIGHTLINE_DATA", "var")).resolve()
        demo = _yes("SIGHTLINE_DEMO")
        tls = os.environ.get("SIGHTLINE_TLS", "")
        return cls(
            package=PACKAGE,
            data=data,
            secret_key=_secret(data, demo),
            debug=_yes("SIGHTLINE_DEBUG"),
            demo=demo,
            tls=tls == "required",
            tls_decided=tls in ("required", "off"),
            behind_proxy=_yes("SIGHTLINE_BEHIND_PROXY"),
            hosts=_words("SIGHTLINE_HOSTS", "localhost,127.0.0.1,[::1],testserver"),
            trusted_origins=_words("SIGHTLINE_ORIGINS", ""),
            database=_database(data),
            password_hashers=_hashers(demo),
            site_address=_site_address(),
            email=_email(),
            email_from=os.environ.get("SIGHTLINE_EMAIL_FROM", ""),
        )


def _yes(name: str) -> bool:
    return os.environ.get(name, "").lower() in ("1", "yes", "true", "on")


def _words(name: str, default: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def _secret(data: Path, demo: bool) -> str:
    """The secret given, else one kept beside the demo's data, else the default that `serve` refuses."""
    given = os.environ.get("SIGHTLINE_SECRET_KEY")
    if given:
        return given
    kept = data / "secret"
    if demo and kept.exists():
        return kept.read_text()
    if demo:
        data.mkdir(parents=True, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(50))
        kept.chmod(0o600)
        return kept.read_text()
    return DEFAULT_SECRET


def _database(data: Path) -> dict[str, Any]:
    """PostgreSQL by DATABASE_URL, else SQLite beside the data."""
    url = os.environ.get("DATABASE_URL", "")
    if url and not url.startswith("sqlite"):
        return dict(dj_database_url.parse(url, conn_max_age=600)) | {
            "OPTIONS": {"server_side_binding": True, "pool": False},
            "ATOMIC_REQUESTS": False,
        }
    path = url.removeprefix("sqlite:///") if url else str(data / "sightline.sqlite3")
    if path not in (":memory:", ""):
        Path(path).resolve().parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # The signals' statement costs half a second to prepare, and must not be dropped for others.
            "cached_statements": 2000,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def _site_address() -> str:
    """Where the front page is, as letters give it: as told, else the first origin, else this machine."""
    told = os.environ.get("SIGHTLINE_ADDRESS") or next(iter(_words("SIGHTLINE_ORIGINS", "")), "")
    return (told or "http://127.0.0.1:8000").rstrip("/") + "/"


def _email() -> dict[str, Any]:
    """Django's settings for the mail server of EMAIL_URL; empty without. Raises ValueError for another."""
    url = os.environ.get("EMAIL_URL", "")
    if not url:
        return {}
    if not url.startswith(("smtp://", "submission://")):
        raise ValueError("EMAIL_URL is no mail server: it begins with smtp:// or submission://.")
    if not (os.environ.get("SIGHTLINE_ADDRESS") or _words("SIGHTLINE_ORIGINS", "")):
        raise ValueError("EMAIL_URL is set, and letters must lead somewhere: set SIGHTLINE_ADDRESS too.")
    told = {name: value for name, value in dj_email_url.parse(url).items() if name.startswith("EMAIL_")}
    return told | {"EMAIL_TIMEOUT": told.get("EMAIL_TIMEOUT") or 20}


def _hashers(demo: bool) -> list[str]:
    """Scrypt; in the demo a quick hash as well, so that forty invented sign-ins load in a second."""
    strong = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    return strong + (["django.contrib.auth.hashers.PBKDF2PasswordHasher"] if demo else [])
