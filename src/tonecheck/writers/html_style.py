"""Report to text: how the HTML page looks, on screens light and dark, and on paper."""

from typing import Final

CSS: Final = """
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #22252a; --soft: #5c636e; --line: #dcd8cf; --link: #1d4f91;
  --high: #a3231d; --high-bg: #fbe3e0; --medium: #8a5a00; --medium-bg: #fdf0d2;
  --low: #2b5f75; --low-bg: #e2f0f5; --good: #2d6a3e; --good-bg: #e6f3e8; --slot: #efe2fa;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191d; --card: #1f2227; --ink: #e6e4df; --soft: #a5abb5; --line: #373b43; --link: #9cc3f5;
    --high: #ff9c92; --high-bg: #4a211e; --medium: #f0c060; --medium-bg: #43340f;
    --low: #8fcbe0; --low-bg: #16343f; --good: #8fd0a0; --good-bg: #17351f; --slot: #43305a;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
a { color: var(--link); }
h1 { font-size: 1.1rem; font-weight: 600; color: var(--soft); margin: 0 0 1rem; }
h2 { font-size: 1.4rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: .95rem; font-weight: 600; margin: 0 0 .5rem; }
h5 { font-size: .95rem; margin: .9rem 0 .2rem; }
p { margin: .3rem 0; }
ul, ol { margin: .3rem 0; padding-inline-start: 1.3rem; }
article { border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 2rem; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; user-select: none; -webkit-user-select: none; }
.small, .about, .who, footer { color: var(--soft); font-size: .88rem; }
.verdict { border: 1px solid; border-inline-start-width: .4rem; border-radius: .5rem; padding: .7rem 1rem; }
.verdict p:first-child { font-size: 1.2rem; font-weight: 650; }
.verdict.stop { border-color: var(--high); background: var(--high-bg); }
.verdict.revise { border-color: var(--medium); background: var(--medium-bg); }
.verdict.unsure { border-color: var(--low); background: var(--low-bg); }
.verdict.send { border-color: var(--good); background: var(--good-bg); }
.safety { border: 3px solid var(--high); border-radius: .5rem; padding: .8rem 1rem; margin: 0 0 1rem;
  background: var(--high-bg); }
.safety h2 { font-size: 1.15rem; margin: 0 0 .4rem; }
.columns { display: grid; gap: 1.5rem; align-items: start; margin-top: 1.25rem; }
@media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.columns > .page { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
  padding: 1rem 1.25rem; }
.text, .gap { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
.gap { color: var(--soft); }
.turn { margin: 0 0 .8rem; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
.turn.customer { margin-inline-start: 1.5rem; }
.who { margin: 0; }
mark { color: inherit; background: none; border-radius: .15rem; padding: 0 .1em; scroll-margin: 4rem; }
mark.high { background: var(--high-bg); border-bottom: 3px solid var(--high); }
mark.medium { background: var(--medium-bg); border-bottom: 3px solid var(--medium); }
mark.low { background: var(--low-bg); border-bottom: 3px solid var(--low); }
mark.unsure { border-bottom-style: dotted; }
mark.question { background: var(--low-bg); border-bottom: 3px dashed var(--low); }
mark.cue { outline: 1px solid var(--soft); }
mark.danger { outline: 3px solid var(--high); font-weight: 650; }
mark.slot { background: var(--slot); font-weight: 650; }
mark:target, .card:target { outline: 3px solid var(--link); }
sup a { text-decoration: none; padding: 0 .15em; font-weight: 650; }
.unchecked { color: var(--soft); text-decoration: line-through; text-decoration-color: var(--line); }
.card { background: var(--card); border: 1px solid var(--line); border-inline-start: .4rem solid var(--soft);
  border-radius: .5rem; padding: .8rem 1rem; margin: 0 0 1rem; scroll-margin: 1rem; overflow-wrap: anywhere; }
.card.high { border-inline-start-color: var(--high); }
.card.medium { border-inline-start-color: var(--medium); }
.card.low, .card.question { border-inline-start-color: var(--low); }
.card.unsure { border-inline-start-style: dotted; }
.card.question { border-inline-start-style: dashed; }
.number { display: inline-block; min-width: 1.5em; text-align: center;
  border: 1px solid; border-radius: 1em; }
.ask { font-weight: 650; }
blockquote { margin: .3rem 0; padding-inline-start: .8rem; border-inline-start: 2px solid var(--line); }
blockquote strong { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; }
.instead { background: var(--good-bg); border-radius: .4rem; padding: .1rem .8rem .5rem; margin-top: .8rem; }
.instead h5 { margin-top: .4rem; color: var(--good); }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb;
    --link: #000; --high: #8c1d18; --medium: #6b4700; --low: #234c5e; --good: #22522f;
    --high-bg: #fff; --medium-bg: #fff; --low-bg: #fff; --good-bg: #fff; --slot: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .columns { display: block; }
  .card, .safety, .verdict, .turn { break-inside: avoid; }
  article + article { break-before: page; }
}
"""
"""Nothing in it is loaded from elsewhere; severity and doubt show in the line, not only in the colour."""
