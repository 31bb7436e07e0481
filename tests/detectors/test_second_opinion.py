"""A second reader on a real server of the protocol: asked only about what is unsure, believed, never needed."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tonecheck.assemble import assembled, model_folder
from tonecheck.checker import Checker
from tonecheck.core.taxonomy import Category
from tonecheck.model_files import load_config
from tonecheck.settings import Settings
from tonecheck.training.dataset import Item, load
from tonecheck.training.evaluation.judgement import evaluate

DATA = Path(__file__).parents[2] / "data" / "corpus"


@dataclass
class Stub:
    """An OpenAI-compatible server that answers from a table, and remembers what it was asked."""

    truth: dict[str, frozenset[Category]]
    broken: str | None = None
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, body: dict[str, object]) -> bytes:
        messages = body["messages"]
        assert isinstance(messages, list)
        sentence = messages[1]["content"].removesuffix("\n---").rsplit("---\n", 1)[1]
        self.asked.append(sentence)
        names = messages[0]["content"].split("for each of: ")[1].split(".\n")[0].split(", ")
        labels = self.truth.get(sentence, frozenset())
        said = json.dumps({name: name in labels for name in names})
        content = self.broken or f"Here you are:\n```json\n{said}\n```"
        return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


@contextmanager
def serving(stub: Stub) -> Iterator[Stub]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.path == "/v1/chat/completions"
            assert self.headers["Authorization"] == "Bearer sesame"
            answer = stub.answer(body)
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    yield stub
    server.shutdown()
    server.server_close()


def reading(url: str) -> Checker:
    folder = model_folder(Settings())
    settings = Settings(second_reader=url, second_reader_model="tiny", second_reader_key="sesame")
    return assembled(settings, folder, load_config(folder))


@pytest.fixture(scope="module")
def items() -> list[Item]:
    """Single sentences: the stub's table knows whole texts."""
    return [i for i in load([DATA / "kept-d.jsonl"]) if i.role.judged and not i.pair and not i.context][:250]


def test_a_perfect_second_reader_helps_and_hears_little(checker: Checker, items: list[Item]) -> None:
    with serving(Stub({item.text: item.labels for item in items})) as stub:
        with_reader = evaluate(reading(stub.url), items)
        asked = set(stub.asked)
    alone = evaluate(checker, items)
    assert with_reader.macro_f1.value > alone.macro_f1.value
    assert with_reader.unsure < alone.unsure
    unsure = [
        item.text
        for item, decision in zip(
            items,
            checker.decisions(
                [i.text for i in items],
                channels=[i.channel for i in items],
                jurisdictions=[i.jurisdiction for i in items],
            ),
            strict=True,
        )
        if decision.unsure
    ]
    assert len(asked) <= len(unsure) * 2
    assert len(asked) < len(items) / 2


def first_unsure(checker: Checker, items: list[Item]) -> Item:
    return next(i for i in items if any(d.unsure for d in checker.decisions([i.text], channels=[i.channel])))


@pytest.mark.parametrize("guilty", [True, False])
def test_its_answer_settles_findings_too(checker: Checker, items: list[Item], guilty: bool) -> None:
    item = first_unsure(checker, items)
    with serving(Stub({item.text: frozenset(Category) if guilty else frozenset()})) as stub:
        report = reading(stub.url).check(item.text, kind=item.channel, scope="fragment", suggest=False)
    assert not [f for f in report.findings if f.certainty == "unsure" and f.action != "verify"]
    assert any(o.id == "second-reader" for f in report.findings for o in f.origin) is guilty


@pytest.mark.parametrize("broken", ["I cannot say.", '{"harsh": "maybe"}'])
def test_without_a_usable_answer_it_stays_unsure(checker: Checker, items: list[Item], broken: str) -> None:
    item = first_unsure(checker, items)
    plain = checker.check(item.text, kind=item.channel, scope="fragment", suggest=False)
    with serving(Stub({}, broken=broken)) as stub:
        report = reading(stub.url).check(item.text, kind=item.channel, scope="fragment", suggest=False)
    assert [f.id for f in report.findings] == [f.id for f in plain.findings]
    assert "no usable answer" in report.document.warnings[-1]
    assert item.text not in report.document.warnings[-1]


def test_a_server_that_is_down_costs_a_warning_only(checker: Checker, items: list[Item]) -> None:
    item = first_unsure(checker, items)
    report = reading("http://127.0.0.1:9/v1").check(item.text, kind=item.channel, suggest=False)
    assert "stays unsure" in report.document.warnings[-1]


def test_nobody_is_asked_by_default() -> None:
    assert Settings.from_environment({}).second_reader is None
