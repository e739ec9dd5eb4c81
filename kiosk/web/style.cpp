#include "web/page.h"

namespace kiosk {
namespace {

// The colours and the type of the screens, in the order of the page from the top. No fonts are sent: a phone
// that has Inter and Vollkorn uses them, every other one its own, and the page stays small.
constexpr std::string_view sheet = R"(:root { --falu: #8B1A1A; --deep: #5E1010; --birch: #FBF7F0; --paper: #FFF; --ink: #1C1B1A;
  --stone: #6B655D; --spruce: #1F3D2E; --siljan: #1E4E79; --ochre: #F7D774; --edge: #8F8471; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--birch); color: var(--ink);
  font: 1.0625rem/1.45 Inter, system-ui, -apple-system, "Segoe UI", Roboto,
    "Helvetica Neue", Arial, sans-serif; }
.column { max-width: 34rem; margin: 0 auto; padding: 0 1.375rem; }
header { background: var(--spruce); color: #FFF; padding: 1.25rem 0 1.375rem; }
header p { margin: 0; }
.kicker { color: var(--ochre); font-size: .9375rem; font-weight: 600; letter-spacing: .04em;
  text-transform: uppercase; }
.whole { white-space: nowrap; }
h1 { margin: .5rem 0 .625rem; font: 800 1.75rem/1.15 Vollkorn, Georgia, "Times New Roman", serif;
  text-wrap: balance; overflow-wrap: break-word; hyphens: auto; font-variant-numeric: lining-nums; }
h2 { margin: 1.75rem 0 .375rem; font-size: 1.1875rem; line-height: 1.3; }
.line { color: #E3EAE5; }
.line::first-letter { text-transform: uppercase; }
main.column { padding-top: 1.5rem; }
main p, main ul { margin: 0 0 .875rem; }
.lead { font-size: 1.1875rem; }
a { color: var(--siljan); text-underline-offset: .15em; }
.field { margin: 0 0 1.375rem; }
label { display: block; font-weight: 600; }
label .aside, .check .aside { color: var(--stone); font-weight: 400; }
.field input, .field textarea { display: block; width: 100%; margin-top: .375rem; padding: .75rem .875rem;
  min-height: 3.25rem;
  background: var(--paper); color: var(--ink); border: 2px solid var(--edge); border-radius: .875rem;
  font: inherit; }
.field textarea { min-height: 5.5rem; resize: vertical; }
.bad input, .bad textarea { border-color: var(--falu); }
.fault { margin: .5rem 0 0; color: var(--falu); font-weight: 600; line-height: 1.3; }
.banner { margin: 0 0 1.5rem; padding: .875rem 1rem; border: 2px solid var(--falu);
  border-radius: .875rem; background: var(--paper);
  color: var(--falu); font-weight: 600; }
.check { display: flex; gap: .75rem; margin: 0 0 1.625rem; font-weight: 400; align-items: flex-start; }
.check input { flex: none; appearance: none; -webkit-appearance: none; width: 1.875rem; height: 1.875rem;
  margin: 0;
  background: var(--paper); border: 2px solid var(--edge); border-radius: .5rem; }
.check input:checked { background: var(--falu); border-color: var(--falu); }
.check input:checked::before { content: ""; display: block; height: 100%; background: #FFF;
  clip-path: polygon(18% 50%, 28% 40%, 43% 56%, 73% 24%, 83% 34%, 43% 77%); }
button, .button { display: block; width: 100%; min-height: 3.5rem; padding: .9375rem 1.25rem;
  border: 2px solid var(--falu); border-radius: 1.75rem;
  background: var(--falu); color: #FFF; font: inherit; font-size: 1.125rem; font-weight: 600;
  text-align: center; text-decoration: none;
  line-height: 1.3; cursor: pointer; }
button:active, .button:active { background: var(--deep); border-color: var(--deep); }
button.quiet { background: var(--birch); color: var(--falu); }
:focus-visible { outline: 3px solid var(--siljan); outline-offset: 3px; }
header :focus-visible { outline-color: #FFF; }
.small, footer { color: var(--stone); font-size: .9375rem; }
main .small { margin: 1.25rem 0 0; }
footer.column { padding-top: .25rem; padding-bottom: 2.5rem; }
footer p { margin: 0; line-height: 1.9; }
footer a { white-space: nowrap; }
dl { margin: 0 0 1.5rem; }
dt { color: var(--stone); font-size: .9375rem; }
dd { margin: 0 0 .875rem; font-weight: 600; }
dd::first-letter { text-transform: uppercase; }
.code { font-size: 1.25rem; font-variant-numeric: tabular-nums; letter-spacing: .03em;
  overflow-wrap: anywhere; }
details { margin: 1.5rem 0 0; }
details form { margin: 0 0 1.5rem; }
summary { padding: .75rem 0; color: var(--siljan); text-decoration: underline;
  text-underline-offset: .15em; cursor: pointer; }
@media (max-width: 350px) { .column { padding: 0 1rem; } h1 { font-size: 1.5rem; } }
@media (forced-colors: active) { .check input { appearance: auto; -webkit-appearance: auto; } }
@media print { header { background: none; color: inherit; } .kicker, .line { color: inherit;
  } details, .button { display: none; } }
)";

}

std::string_view style_sheet() { return sheet; }

}
