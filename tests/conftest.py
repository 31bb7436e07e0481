"""What several rooms' tests share: one checker of everything, one of the rules alone."""

import pytest

from tonecheck.assemble import checker as assemble
from tonecheck.checker import Checker


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden", action="store_true", help="write the golden reports anew instead of comparing"
    )


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The shipped model and rulebook."""
    return assemble()


@pytest.fixture(scope="session")
def rules_only() -> Checker:
    """The rulebook alone: the same on every processor."""
    return assemble(model=False)
