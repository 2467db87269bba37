"""A coverage-guided search for files that break the readers: ``python -m tests.hostile.fuzz``.

Whole PDFs, the content of a page, or text with tables as OCR tools write it. Needs atheris (``pip
install atheris``), which neither using nor testing the project does. Every file is taken through
all stages and offered to a database; whatever is no clear refusal is kept with its input, one of a
kind.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import logging
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from tests.hostile import content, fonts, structure, texts
from tests.hostile.case import SAMPLES
from tests.hostile.raw import one_page, text

PROJECT = Path(__file__).parents[2]
LONGEST = 40_000
# Made to be slow; what they ask of the readers is tested elsewhere.
SLOW = ("full-cell", "long-word", "tiny-rectangles", "small-boxes", "content-", "nested-")
SECONDS_A_FILE = 15
MEBIBYTES = 2048


def content_seeds() -> Iterator[bytes]:
    """What pages draw: the hostile ones, and those of the samples and layouts."""
    for file in content.FILES:
        if not file.ends & {"memory-limit", "time-limit"} and not file.name.startswith(SLOW):
            with (
                contextlib.suppress(pikepdf.PdfError),
                pikepdf.open(io.BytesIO(file.make())) as pdf,
            ):
                yield pdf.pages[0].Contents.read_bytes()
    for path in _reports():
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                page.contents_coalesce()
                yield page.Contents.read_bytes()


def text_seeds() -> Iterator[bytes]:
    """The samples as text tools hand them on, and the hostile texts."""
    names = ("extract.fonts.render", "extract.read")
    render, reader = (importlib.import_module(name) for name in names)
    for path in _reports():
        document = reader.read_document(path)
        yield render.markdown(document).encode("utf-8", "replace")
        rows = "".join(
            f"<tr>{''.join(f'<td rowspan={c.row_span}>{c.text}</td>' for c in t.cells)}</tr>"
            for t in document.tables
        )
        yield f"<table>{rows}</table>".encode("utf-8", "replace")
    yield from (file.make() for file in texts.FILES)


def _reports() -> list[Path]:
    return sorted([*SAMPLES.glob("*.pdf"), *(PROJECT / "tests" / "layouts").glob("*.pdf")])


def file_seeds() -> Iterator[bytes]:
    """Small files with everything unpacked, so that a changed byte changes what is read."""
    yield one_page(text("Here"))
    for file in (*structure.FILES, *content.FILES, *fonts.FILES):
        if not file.ends & {"memory-limit", "time-limit"} and not file.name.startswith(SLOW):
            yield file.make()
    yield from map(unpacked_page, _reports())


def unpacked_page(path: Path) -> bytes:
    """The first page of a report, without its font programs, all streams unpacked."""
    target = io.BytesIO()
    with pikepdf.open(path) as pdf:
        del pdf.pages[1:]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
                del thing["/FontFile2"]
        pdf.remove_unreferenced_resources()
        pdf.save(
            target,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Kind:
    """What is changed, and how it becomes a file of a certain ending."""

    seeds: Callable[[], Iterator[bytes]]
    ending: str
    file: Callable[[bytes], bytes]


KINDS = {
    "pdf": Kind(file_seeds, ".pdf", bytes),
    "content": Kind(content_seeds, ".pdf", one_page),
    "html": Kind(text_seeds, ".html", bytes),
    "md": Kind(text_seeds, ".md", bytes),
}


class Trial:
    """What one file does to the readers and to the database."""

    def __init__(self, kept: Path, kind: Kind) -> None:
        self._kept = kept
        self._kind = kind
        self._file = Path(tempfile.mkdtemp(prefix="fuzz-"), f"a{kind.ending}")
        self._runs = 0
        self._seen: set[str] = set()
        self._stages = importlib.import_module("pipeline.stages").STAGES
        self._errors = importlib.import_module("extract.errors")
        self._writer = self._fresh_writer()

    def _fresh_writer(self) -> Any:
        writer = importlib.import_module("load.writer")
        db = self._file.with_name(f"{self._runs}.db")
        made = writer.Writer(db, db)
        made.prepare(False)
        return made

    def __call__(self, data: bytes) -> None:
        self._runs += 1
        self._file.write_bytes(self._kind.file(data))
        signal.alarm(SECONDS_A_FILE)
        try:
            report = self._stages.report(self._file, 50)
            self._store(report)
        except self._errors.ExtractError:
            pass
        except Exception as error:  # noqa: BLE001 - to find what nobody foresaw is the purpose
            self._keep(error, data)
        finally:
            signal.alarm(0)

    def _store(self, report: Any) -> None:
        incoming = importlib.import_module("load.writer").Incoming
        self._writer.store(incoming(f"{self._runs}.pdf", "v", 1, 1, report))
        if self._runs % 500 == 0:
            self._writer.close()
            self._writer = self._fresh_writer()

    def _keep(self, error: Exception, data: bytes) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if str(PROJECT) in frame.filename] or frames
        where = f"{Path(own[-1].filename).name}-{own[-1].name}"
        said = re.sub(r"[^A-Za-z]+", "-", str(error))[:40]
        kind = f"{type(error).__name__}-{where}-{said}".strip("-")
        if kind in self._seen:
            return
        self._seen.add(kind)
        (self._kept / f"{kind}{self._kind.ending}").write_bytes(self._kind.file(data))
        trace = "".join(traceback.format_exception(error))
        (self._kept / f"{kind}.txt").write_text(trace, encoding="utf-8", errors="replace")
        print(f"{time.strftime('%H:%M:%S')} run {self._runs}: {kind}", file=sys.stderr, flush=True)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"longer than {SECONDS_A_FILE} s")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where inputs that break something are kept")
    parser.add_argument("--kind", choices=KINDS, default="pdf", help="what is changed")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    corpus = options.folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    kind = KINDS[options.kind]
    small = (seed for seed in kind.seeds() if len(seed) <= LONGEST)
    for number, seed in enumerate(small):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    size = MEBIBYTES << 20
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    signal.signal(signal.SIGALRM, _too_long)
    logging.disable()
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["extract", "normalize", "quality", "pdfminer"]):
        trial = Trial(options.folder, kind)
        importlib.import_module("extract.read")
        importlib.import_module("extract.ocrtext")
        importlib.import_module("normalize.report")
        importlib.import_module("quality.check")
    limits = (f"-max_total_time={options.seconds}", f"-max_len={LONGEST}", f"-seed={options.seed}")
    quiet = ("-timeout=300", "-rss_limit_mb=0", "-print_final_stats=1", "-close_fd_mask=1")
    atheris.Setup([sys.argv[0], *limits, *quiet, str(corpus)], trial)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
