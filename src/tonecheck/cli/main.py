"""The `tonecheck` command: mounts every command, and is where errors become one line and exit status 2."""

import sys

import click

from tonecheck.core.errors import ToneCheckError

_COMMANDS = {
    "check": "tonecheck.cli.check:check",
    "score": "tonecheck.cli.score:score",
    "reword": "tonecheck.cli.reword:reword",
    "rules": "tonecheck.cli.rules:rules",
    "ignore": "tonecheck.cli.ignore:ignore",
    "demo": "tonecheck.cli.demo:demo",
    "train": "tonecheck.cli.train:train",
    "evaluate": "tonecheck.cli.evaluate:evaluate",
}
"""Name to where it lives: only the command that runs is imported."""


class _Commands(click.Group):
    """Loads a command when it is asked for, and says what was meant when there is none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from tonecheck.core.errors import UnknownNameError

        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            raise UnknownNameError("command", args[0], list(_COMMANDS))
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from tonecheck.assemble import product_version

        click.echo(f"tonecheck {product_version()}")
        ctx.exit()


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def main() -> None:
    """Check letters, texts and calls about money owed, before they reach a person.

    tonecheck marks harsh, misleading and threatening words, says why with the law or code behind it,
    and proposes a respectful wording that keeps every fact. It flags and proposes; people decide.
    Everything runs on this machine; nothing leaves it.

    \b
    Start here:
      tonecheck demo                                    see it work on a letter and a call
      tonecheck check letter.docx --jurisdiction uk     check your own
      tonecheck check call.vtt --agent "Priya Nair"     a call: say who the agent is
      tonecheck reword letter.txt                       the whole letter, reworded, with a diff
    """


def run() -> None:
    """Run the command line; a fault ends it with one line on stderr and status 2."""
    try:
        status = main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.ClickException as error:
        _fail(f"{error.format_message()} {_try_help(error)}".strip())
    except ToneCheckError as error:
        _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        _fail("stopped.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    sys.exit(status if isinstance(status, int) else 0)


def _try_help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"Try: {context.command_path} --help" if context else ""


def _fail(message: str, status: int = 2) -> None:
    click.echo(f"tonecheck: {message}", err=True)
    sys.exit(status)


if __name__ == "__main__":
    run()
