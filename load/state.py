"""What a database says of the files it was made from, so that a run knows what is new."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from load.database import reading


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file whose facts are in the database.

    Attributes:
        path: as it was given to ``load.build.refresh``.
        document_file: the base name.
        sha256: hash of its bytes, ``""`` where it was never opened.
        reader_version: what it was read by.
        size: in bytes.
        modified_ns: when it was last written.
        status: ``ok``, ``partial`` or ``failed``.
    """

    path: str
    document_file: str
    sha256: str
    reader_version: str
    size: int
    modified_ns: int
    status: str


_QUERY = """
SELECT d.path, d.document_file, coalesce(d.sha256, '') AS sha256, d.reader_version, d.size,
       f.modified_ns, d.status
FROM document AS d
JOIN file_state AS f ON f.document_id = d.document_id
ORDER BY d.path
"""


def loaded_files(db: Path) -> dict[str, LoadedFile]:
    """The files in a database by their path; none where there is no database yet.

    Raises:
        OtherSchemaVersion: the database has other tables than this program's.
        LoadError: the file is not one of our databases, or cannot be read.
    """
    if not db.exists():
        return {}
    with reading(db) as connection:
        return {row["path"]: LoadedFile(*row) for row in connection.execute(_QUERY)}
