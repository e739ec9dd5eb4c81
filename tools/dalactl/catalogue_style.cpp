#include "dalactl/catalogue_style.h"

namespace kiosk {
namespace {

// No fonts are sent: who has Vollkorn and Inter sees them, everyone else the nearest of their own.
constexpr std::string_view sheet =
    R"(:root { --falu: #8B1A1A; --deep: #5E1010; --birch: #FBF7F0; --paper: #FFF; --ink: #1C1B1A;
  --stone: #6B655D; --siljan: #1E4E79; --ochre: #F7D774; --line: #E4DCCF; --sand: #F3ECE0; }
@page { size: A4; margin: 13mm 15mm 15mm;
  @bottom-right { content: counter(page); font: 8pt Inter, Arial, sans-serif; color: #6B655D; } }
@page :first { margin: 0; @bottom-right { content: none; } }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: var(--ink); font: 8.2pt/1.42 Inter, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: lining-nums; }
h1, h2, h3, h4, .figure b { font-family: Vollkorn, Georgia, "Times New Roman", serif; font-weight: 800;
  line-height: 1.12; margin: 0; text-wrap: balance; }
p { margin: 0 0 1.4mm; hyphens: auto; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .15em; }
img { display: block; width: 100%; object-fit: cover; background: var(--sand); }
.columns { display: grid; grid-template-columns: repeat(var(--languages), 1fr); gap: 0 7mm; }
.kicker { color: var(--falu); font: 600 8pt/1.3 Inter, "Helvetica Neue", Arial, sans-serif; letter-spacing: .06em;
  text-transform: uppercase; }

.cover { display: flex; flex-direction: column; height: 297mm; background: var(--falu); color: var(--paper);
  break-after: page; }
.cover .front { flex: 1; min-height: 0; }
.cover .front img { height: 100%; }
.cover > .kicker { color: var(--ochre); font-size: 10pt; margin: 15mm 18mm 4mm; }
.cover .columns { padding: 0 18mm 18mm; gap: 0 10mm; }
.cover h1 { font-size: 27pt; margin-bottom: 4mm; }
.cover .lead { font-size: 11pt; line-height: 1.4; }
.cover p { margin-bottom: 3mm; }
.cover .small { color: var(--ochre); margin: 0; }

section { break-before: page; }
.chapter { border-top: 1.2mm solid var(--falu); padding: 3mm 0 0 51mm; margin-bottom: 4.5mm; break-after: avoid; }
.chapter h2 { font-size: 18pt; }
.chapter .kicker { display: block; margin-bottom: 1mm; }
.section { margin: 0 0 3mm 51mm; break-after: avoid; }
.section h3 { color: var(--falu); font-size: 13pt; }

article { display: grid; grid-template-columns: 44mm 1fr; gap: 0 7mm; break-inside: avoid;
  border-top: .3mm solid var(--line); padding-top: 3.5mm; margin-bottom: 4mm; }
aside img { height: 29mm; border-radius: 2.5mm; }
.credit { color: var(--stone); font-size: 6.6pt; margin: 1mm 0 1.5mm; }
article h4 { font-size: 12pt; margin-bottom: 1.2mm; }
.figure { line-height: 1.3; hyphens: none; margin-bottom: 2mm; }
.figure b { color: var(--falu); font-size: 18pt; line-height: 1; white-space: nowrap; margin-right: .8mm; }
.item { padding-left: 3.5mm; text-indent: -3.5mm; }
.item::before { content: "–\00A0\00A0"; color: var(--falu); }
dl { margin: 0; color: var(--stone); font-size: 6.6pt; line-height: 1.35; }
dl div { margin-bottom: .5mm; }
dt, dd { display: inline; margin: 0; }
dt { font-weight: 600; }
dd { overflow-wrap: anywhere; }
.over, .until { display: inline-block; margin-top: .8mm; padding: .4mm 2mm; border-radius: 2mm;
  background: var(--sand); color: var(--falu); }
.over { background: var(--falu); color: var(--paper); }

.pictures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6mm 6mm; }
.card { display: block; border: 0; padding: 0; margin: 0; }
.card img { height: 38mm; border-radius: 2.5mm; }
.card h4 { font: 600 8pt/1.3 Inter, "Helvetica Neue", Arial, sans-serif; margin: 1.6mm 0 .8mm; overflow-wrap: anywhere; }
.card .alt { font-size: 7.5pt; line-height: 1.35; margin-bottom: .8mm; }
.card .alt + .alt { color: var(--stone); }

@media screen {
  body { background: var(--birch); padding-bottom: 15mm; }
  .cover, section { width: 210mm; max-width: 100%; margin: 0 auto; }
  section { padding: 15mm 15mm 0; }
}
@media screen and (max-width: 170mm) {
  .columns, .pictures { grid-template-columns: 1fr; gap: 4mm; }
  article { grid-template-columns: 1fr; gap: 3mm; }
  .cover .columns { gap: 6mm; }
  .section { margin-left: 0; }
  .chapter { padding-left: 0; }
  .cover { height: auto; }
  .cover .front img { height: 60vw; }
  section { padding: 8mm 6mm 0; }
}
)";

}

std::string_view catalogue_style() { return sheet; }

}
