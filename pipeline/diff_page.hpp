// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every page of `demarche diff --format html` begins and ends with.
#pragma once

namespace demarche {

// For fmt: one place, the title.
inline constexpr const char* page_head = R"html(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{0}</title>
<style>
:root {{ color-scheme: light dark; --line: #c8ccd0; --soft: #eef1f4; --gone: #b3261e; --gone-back: #fde7e5;
  --new: #176b34; --new-back: #e2f4e7; --other: #5b4a00; --other-back: #fbf2cf; }}
@media (prefers-color-scheme: dark) {{ :root {{ --line: #474c52; --soft: #24282d; --gone: #ffb4ab; --gone-back: #4a1d19;
  --new: #9bd8ab; --new-back: #163823; --other: #ecd98a; --other-back: #3a3210; }} }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 78rem; margin: 0 auto; padding: 1rem; }}
h1 {{ font-size: 1.4rem; }} h2 {{ font-size: 1.15rem; margin: 2rem 0 .5rem; }}
.pair, .row {{ display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }}
.pair {{ padding: .75rem; background: var(--soft); border-radius: .4rem; }}
.stat {{ list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; }}
.stat b {{ font-size: 1.15em; }}
table {{ border-collapse: collapse; width: 100%; font-size: .92em; }}
th, td {{ text-align: start; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }}
.n {{ text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }}
.remark {{ color: inherit; opacity: .8; }}
tr.added td:first-child, .what.added, ul.added {{ color: var(--new); }}
tr.removed td:first-child, .what.removed, ul.removed {{ color: var(--gone); }}
.row {{ border-top: 1px solid var(--line); padding: .4rem 0 .8rem; break-inside: avoid; }}
.row[hidden] {{ display: none; }}
.what {{ grid-column: 1 / -1; margin: .2rem 0; font-size: .85em; }}
.what b, .stronger b, .weaker b {{ color: var(--other); }}
.place {{ margin: 0; font-size: .8em; opacity: .75; }}
.cell p {{ margin: .1rem 0; overflow-wrap: anywhere; }}
.code {{ background: var(--soft); border-radius: .3rem; padding: 0 .35rem; white-space: nowrap; }}
del {{ color: var(--gone); background: var(--gone-back); }} ins {{ color: var(--new); background: var(--new-back); }}
ins {{ text-decoration: underline; }}
.filters {{ display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.2rem; margin-top: 2rem; position: sticky;
  top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid var(--line); }}
.filters fieldset {{ border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .9rem; }}
.filters legend {{ float: left; padding: 0; margin-inline-end: .9rem; font-weight: 600; }}
@media (max-width: 44rem) {{ .row {{ grid-template-columns: 1fr; }} .cell.none {{ display: none; }}
  .substance {{ display: block; overflow-x: auto; }} }}
@media print {{ .filters {{ display: none; }} body {{ max-width: none; font-size: 11px; }} details {{ display: block; }} }}
</style>
<h1>{0}</h1>
)html";

inline constexpr const char* page_foot = R"html(<script>
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(list => { list.open = true; }));
for (const form of document.querySelectorAll(".filters")) {
  const rows = form.closest("article").querySelectorAll(".row[data-kind]");
  const apply = () => {
    const kinds = new Set([...form.querySelectorAll("[name=kind]:checked")].map(box => box.value));
    const family = form.elements.family.value, strength = form.elements.strength.checked;
    let shown = 0;
    for (const row of rows) {
      const fits = kinds.has(row.dataset.kind) && (!family || row.dataset.families.includes(" " + family + " ")) &&
        (!strength || row.dataset.strength !== "");
      row.hidden = !fits;
      shown += fits;
    }
    form.querySelector("output").textContent = shown + " of " + rows.length + " shown";
  };
  form.addEventListener("change", apply);
  apply();
}
</script>
</html>
)html";

}  // namespace demarche
