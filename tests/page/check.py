#!/usr/bin/env python3
"""Looks at pages in a real browser: usage: check.py DUMP [FOLDER], where pictures of what was seen are left.

Needs Chromium and nothing but Python's own library.
"""

import json
import os
import subprocess
import sys
import tempfile

# The folder stays as it is in the repository.
sys.dont_write_bytecode = True

from browser import Browser, find

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ARTICLES = os.path.join(ROOT, "examples", "articles")
ONE = "2024-the-alliance-at-thirty-two"


def main():
    dump, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="page-")
    os.makedirs(folder, exist_ok=True)
    if not find():
        sys.exit("check.py: no Chromium is installed; say CHROMIUM=/path/to/it")
    files = sorted(os.path.join(ARTICLES, name) for name in os.listdir(ARTICLES) if name.endswith(".md"))
    one = [os.path.join(ARTICLES, f"{ONE}.md")]
    pages = {"corpus": write(dump, folder, "corpus", files), "one": write(dump, folder, "one", one)}
    pages["large"] = write(dump, folder, "large", [many_relations(folder)])
    pages["hostile"] = write(dump, folder, "hostile", [hostile(folder)])
    for check in [loads, searches, shows_evidence, filters, slides, moves_by_keys, drags_and_zooms, escapes, prints, flows]:
        with Browser() as browser:
            check(browser, pages, folder)
            assert not (said := browser.complaints()), said
        print(f"page: {check.__name__} ok", flush=True)
    print(f"page: pictures are in {folder}")


def write(dump, folder, name, files):
    path = os.path.join(folder, f"{name}.html")
    with open(path, "wb") as out:
        subprocess.run([dump, "--format", "html", *files], stdout=out, check=True)
    return path


def many_relations(folder):
    """Articles of plain sentences in which 150 states do this and that to each other, until there are 5,000 relations."""
    names = []
    for part in ("africa", "americas", "asia", "europe"):
        with open(os.path.join(ROOT, "gazetteer", "states", f"{part}.toml"), encoding="utf-8") as file:
            names += [line.split('"')[1] for line in file if line.startswith("name = ")]
    names = names[:150]
    verbs = ["accused", "thanked", "visited", "attacked", "sanctioned", "met", "criticised", "supported"]
    number, path = 1, os.path.join(folder, "large.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for article in range(360):
            sentences = []
            for _ in range(9):
                picks = []
                for size in (len(names), len(names), len(verbs)):
                    # Park and Miller's generator: the same on every machine.
                    number = number * 48271 % 2147483647
                    picks.append(number % size)
                if picks[0] != picks[1]:
                    sentences.append(f"{names[picks[0]]} {verbs[picks[2]]} {names[picks[1]]}.")
            date = f"{2020 + article // 72}-{article // 6 % 12 + 1:02}-{article % 28 + 1:02}"
            record = {"id": f"a{article}", "title": f"Article {article}", "date": date, "text": " ".join(sentences)}
            out.write(json.dumps(record) + "\n")
    return path


HOSTILE = "</script><script>window.pwned = 1</script><img src=x onerror=\"window.pwned = 1\"> & <b>bold</b> 😀"


def hostile(folder):
    path = os.path.join(folder, "hostile.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for number in range(2):
            text = f"{HOSTILE} Chile accused Peru of {HOSTILE}. 🇨🇱 “Peru” met Chile."
            record = {"id": f"{HOSTILE}{number}", "title": HOSTILE, "date": f"2024-0{number + 1}", "text": text}
            out.write(json.dumps(record) + "\n")
    return path


def edge_of(browser, source, type, target):
    """The number of a relation, by names."""
    return browser.run(f"""edges.findIndex((edge) => nodes[edge.source].name === {json.dumps(source)}
        && edge.type === {json.dumps(type)} && nodes[edge.target].name === {json.dumps(target)})""")


def middle_of(browser, edge):
    """Where a relation is drawn on the screen and nothing else is nearer."""
    return browser.run(f"""(() => {{
        picture.place();
        const box = canvas.getBoundingClientRect();
        const line = Float32Array.from(picture.run({edge}));
        for (let t = 0.2; t < 0.8; t += 0.02) {{
            const at = (i) => (1 - t) ** 2 * line[i] + 2 * t * (1 - t) * line[i + 2] + t * t * line[i + 4];
            if (picture.nodeAt(at(0), at(1)) < 0 && picture.edgeAt(at(0), at(1)) === {edge}) {{
                return [box.left + at(0), box.top + at(1)];
            }}
        }}
    }})()""")


def place_of(browser, name):
    return browser.run(f"""(() => {{
        picture.place();
        const [box, number] = [canvas.getBoundingClientRect(), nodes.findIndex((node) => node.name === {json.dumps(name)})];
        return [box.left + picture.x[number], box.top + picture.y[number]];
    }})()""")


def text(browser, selector):
    return browser.run(f"document.querySelector({json.dumps(selector)}).textContent")


def selected(browser):
    return browser.run("selected && (selected.node >= 0 ? nodes[selected.node].name : edgeName(edges[selected.edge]))")


def shown_edges(browser):
    return browser.run("shown.edges.reduce((sum, flag) => sum + flag, 0)")


def loads(browser, pages, folder):
    for name in pages:
        for dark in (False, True):
            browser.open(pages[name], dark)
            assert not browser.complaints(), browser.complaints()
            assert shown_edges(browser) > 0
            scheme = "dark" if dark else "light"
            browser.screenshot(os.path.join(folder, f"{name}-{scheme}.png"))
            # Something is drawn, on a ground of the scheme.
            colours = browser.run("""(() => {
                const { width, height } = canvas;
                const pixels = new Uint32Array(picture.context.getImageData(0, 0, width, height).data.buffer);
                return [new Set(pixels).size, pixels[0] & 255];
            })()""")
            assert colours[0] > 50 and (colours[1] < 64) == dark, colours
    # Nothing is wider than a telephone.
    browser.resize(400, 800)
    for name in pages:
        browser.open(pages[name])
        assert browser.run("document.documentElement.scrollWidth <= innerWidth"), name
        browser.screenshot(os.path.join(folder, f"{name}-narrow.png"))


def searches(browser, pages, folder):
    browser.open(pages["corpus"])
    browser.press("/")
    assert browser.run("document.activeElement.id") == "search"
    browser.type("turkiy")  # Türkiye: found without its diacritics
    assert text(browser, "#found li[aria-selected=true]").startswith("Türkiye")
    browser.screenshot(os.path.join(folder, "search.png"))
    browser.press("Enter")
    assert selected(browser) == "Türkiye" and text(browser, "#details h2") == "Türkiye"
    assert browser.run("document.activeElement.id") == "picture"
    assert "Türkiye" in text(browser, "#said"), "it is said aloud"
    browser.screenshot(os.path.join(folder, "entity.png"))
    # What the filters hide is shown when it is searched for.
    browser.click_on("#kinds input[value=state]")
    assert selected(browser) is None
    browser.press("/")
    browser.run("search.value = ''")
    browser.type("armenia")
    browser.press("Enter")
    assert selected(browser) == "Armenia"
    browser.press("/")
    browser.run("search.value = ''")
    browser.type("no such name")
    assert "nothing found" in text(browser, "#found")
    browser.press("Escape")
    assert browser.run("found.hidden")


def shows_evidence(browser, pages, folder):
    browser.open(pages["one"])
    edge = edge_of(browser, "Finland", "ACCUSE", "Russia")
    browser.click(*middle_of(browser, edge))
    assert selected(browser) == "Finland → Russia: ACCUSE"
    quote = "Helsinki accused Moscow of sending them."
    assert quote in text(browser, "#details")
    marks = {name: text(browser, f"#reader .quoted.{name}, #reader mark.{name}") for name in ("source", "target", "trigger")}
    assert marks == {"source": "Helsinki", "target": "Moscow", "trigger": "accused"}, marks
    quoted = browser.run("[...document.querySelectorAll('#reader .quoted')].map((part) => part.textContent).join('')")
    assert quoted == quote, quoted
    visible = browser.run("""(() => { const [part, whole] = ['#reader .quoted', '#reader'].map((selector) =>
        document.querySelector(selector).getBoundingClientRect()); return part.top >= whole.top && part.bottom <= whole.bottom; })()""")
    assert visible, "the sentence is scrolled to"
    browser.screenshot(os.path.join(folder, "evidence.png"))
    browser.scheme(True)
    browser.screenshot(os.path.join(folder, "evidence-dark.png"))
    browser.scheme(False)
    # A mention in the text leads to its entity.
    browser.click_on("#reader mark.target")
    assert selected(browser) == "Russia"
    assert browser.run("document.querySelectorAll('#reader mark.chosen').length") > 3
    # In a corpus the article of a passage is opened; of several passages each.
    browser.open(pages["corpus"])
    browser.run("select({ edge: edges.findIndex((edge) => edge.kind === 'event' && new Set(edge.passages.map((p) => p.article)).size > 1) })")
    titles = []
    for number in (1, 2):
        browser.click_on(f"#details .list li:nth-child({number}) button")
        titles.append(text(browser, "#reader article h2"))
        assert text(browser, "#reader .quoted")
    assert titles[0] != titles[1], titles


def filters(browser, pages, folder):
    browser.open(pages["corpus"])
    all_edges = shown_edges(browser)
    for box, wanted in [
        ("#signs input[value=together]", "edge.kind !== 'together'"),
        ("#signs input[value=cooperation]", "edge.sign === 'conflict' || edge.kind === 'fact'"),
        ("#kinds input[value=leader]", "[edge.source, edge.target].every((end) => nodes[end].kind !== 'leader')"),
    ]:
        before = shown_edges(browser)
        browser.click_on(box)
        assert shown_edges(browser) < before
        assert browser.run(f"edges.every((edge) => !shown.edges[edge.number] || ({wanted}))")
        assert f"{shown_edges(browser)} of {all_edges} relations" in text(browser, "#counts")
    browser.screenshot(os.path.join(folder, "filtered.png"))
    browser.click_on("#filters button[type=reset]")
    assert shown_edges(browser) == all_edges
    browser.click_on("#types-box summary")
    browser.click_on("#types input[value=member_of]")
    assert browser.run("edges.every((edge) => edge.type !== 'member_of' || !shown.edges[edge.number])")
    browser.run("byId('together').focus()")
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    assert browser.run("filter.together") == 3
    assert browser.run("edges.every((edge) => edge.kind !== 'together' || !shown.edges[edge.number] || edge.passages.length > 2)")


def slides(browser, pages, folder):
    browser.open(pages["corpus"])
    before = shown_edges(browser)
    browser.run("byId('from').focus()")
    browser.press("End")
    assert browser.run("filter.from === period.count - 1")
    last = browser.run("period.name(period.count - 1)")
    assert text(browser, "#span") == last and 0 < shown_edges(browser) < before
    assert browser.run(f"articles.every(({{ step, date }}) => isInTime(step) === date.startsWith({json.dumps(last)}))")
    inside = "edges.every((edge) => !shown.edges[edge.number] || !edge.passages.length || edge.passages.some((p) => isInTime(articles[p.article].step)))"
    assert browser.run(inside)
    browser.screenshot(os.path.join(folder, "time.png"))
    # One end pushes the other.
    browser.run("byId('until').focus()")
    browser.press("Home")
    assert browser.run("filter.from === 0 && filter.until === 0 && byId('from').value === '0'")
    first = browser.run("articles.find(({ date }) => date).title")
    assert first in text(browser, "#reader") and browser.run("document.querySelectorAll('#reader li').length") == 1


def moves_by_keys(browser, pages, folder):
    browser.open(pages["one"])
    order = []
    for _ in range(60):
        browser.press("Tab")
        name = browser.run("document.activeElement.id || document.activeElement.dataset.key || document.activeElement.value")
        if name not in order:
            order.append(name)
        visible = browser.run("""(() => { const style = getComputedStyle(document.activeElement);
            return document.activeElement === document.body || style.outlineStyle !== 'none'; })()""")
        assert visible, f"the focus on {name} is not to be seen"
        if name == "picture":
            break
    assert order[0] == "search" and order[-1] == "picture", order
    browser.press("ArrowRight")
    start = selected(browser)
    assert start == "Sweden", "the most named comes first"
    met = {start}
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"):
        before = browser.run("(({ x, y }) => [x, y])(nodes[selected.node])")
        browser.press(key)
        after = browser.run("(({ x, y }) => [x, y])(nodes[selected.node])")
        ahead = {"ArrowRight": after[0] > before[0], "ArrowLeft": after[0] < before[0],
                 "ArrowUp": after[1] < before[1], "ArrowDown": after[1] > before[1]}
        assert ahead[key], (key, before, after)
        met.add(selected(browser))
    assert len(met) > 2, met
    scale, left = browser.run("[picture.scale, picture.left]")
    browser.press("+")
    assert browser.run("picture.scale") > scale
    browser.press("0")
    browser.press("ArrowLeft", shift=True)
    assert browser.run("picture.left") != left
    # From an entity to one of its relations, to its evidence, and away.
    browser.press("Escape")
    browser.press("ArrowRight")
    assert selected(browser) == start
    browser.press("Enter")
    assert browser.run("document.activeElement.id") == "details"
    browser.press("Tab")
    browser.press("Tab")
    assert browser.run("document.activeElement.dataset.edge !== undefined")
    browser.press("Enter")
    assert browser.run("selected.edge >= 0 && document.querySelectorAll('.quoted').length > 0")
    assert browser.run("document.activeElement.id") == "details", "reading goes on where it was"
    browser.press("Escape")
    assert selected(browser) is None and browser.run("document.activeElement.id") == "picture"


def drags_and_zooms(browser, pages, folder):
    browser.open(pages["one"])
    x, y = place_of(browser, "Sweden")
    browser.move(x, y)
    assert text(browser, "#tip").startswith("Sweden") and browser.run("picture.isLit")
    browser.screenshot(os.path.join(folder, "hover.png"))
    browser.mouse("mousePressed", x, y, button="left", clickCount=1)
    for step in range(1, 6):
        browser.mouse("mouseMoved", x + 20 * step, y + 10 * step, button="left", buttons=1)
    browser.mouse("mouseReleased", x + 100, y + 50, button="left", clickCount=1)
    moved = place_of(browser, "Sweden")
    assert abs(moved[0] - x - 100) < 1.5 and abs(moved[1] - y - 50) < 1.5, (x, y, moved)
    assert selected(browser) is None, "what is dragged is not chosen"
    # The ground moves all; the wheel keeps what lies under the pointer.
    corner = browser.run("(({ left, bottom }) => [left + 5, bottom - 5])(canvas.getBoundingClientRect())")
    browser.mouse("mousePressed", *corner, button="left", clickCount=1)
    browser.mouse("mouseMoved", corner[0] + 60, corner[1] - 40, button="left", buttons=1)
    browser.mouse("mouseReleased", corner[0] + 60, corner[1] - 40, button="left", clickCount=1)
    panned = place_of(browser, "Sweden")
    assert abs(panned[0] - moved[0] - 60) < 1.5 and abs(panned[1] - moved[1] + 40) < 1.5
    scale = browser.run("picture.scale")
    browser.mouse("mouseWheel", *panned, deltaX=0, deltaY=-200)
    browser.wait(f"picture.scale > {scale} * 1.2")
    zoomed = place_of(browser, "Sweden")
    assert abs(zoomed[0] - panned[0]) < 1.5 and abs(zoomed[1] - panned[1]) < 1.5
    browser.click(*zoomed)
    assert selected(browser) == "Sweden"


def escapes(browser, pages, folder):
    browser.open(pages["hostile"])
    assert browser.run("articles[0].title") == HOSTILE
    edge = edge_of(browser, "Chile", "ACCUSE", "Peru")
    browser.run(f"select({{ edge: {edge} }})")
    browser.press("/")
    browser.type("bold")
    browser.frame()
    assert "<b>bold</b>" in text(browser, "#reader article") and "<b>bold</b>" in text(browser, "#found")
    assert browser.run("document.querySelectorAll('#reader b, #reader img, #found b, #details img, main script').length") == 0
    assert browser.run("window.pwned === undefined")
    assert text(browser, "#reader .trigger") == "accused", "offsets hold behind what is wide"


def prints(browser, pages, folder):
    for name in ("one", "corpus"):
        browser.open(pages[name], dark=True)
        path = os.path.join(folder, f"{name}.pdf")
        browser.print(path)
        assert os.path.getsize(path) > 40_000
        # What was made for paper is gone again.
        assert browser.run("byId('table').childElementCount + byId('print').childElementCount") == 0
        browser.send("Emulation.setEmulatedMedia", media="print")
        browser.run("toPaper()")
        rows, wanted = browser.run("[document.querySelectorAll('tbody tr').length, shown.edges.reduce((a, b) => a + b, 0)]")
        assert rows == min(wanted, 400), (rows, wanted)
        hidden = browser.run("['filters', 'side', 'picture', 'zoom'].every((id) => getComputedStyle(byId(id)).display === 'none')")
        assert hidden and browser.run("getComputedStyle(byId('print').firstChild).display !== 'none'")
        browser.screenshot(os.path.join(folder, f"{name}-paper.png"))
        browser.send("Emulation.setEmulatedMedia", media="")


def flows(browser, pages, folder):
    browser.open(pages["large"])
    count = shown_edges(browser)
    assert count >= 5000, count
    # A hundred frames in which the picture is moved and zoomed, and the pointer looked under; then ten drawn anew.
    timed = browser.run("""(async () => {
        const times = { frame: [], move: [], look: [], anew: [] };
        let last = await new Promise(requestAnimationFrame);
        const next = async () => {
            const now = await new Promise(requestAnimationFrame);
            const length = now - last;
            last = now;
            return length;
        };
        for (let i = 0; i < 100; i++) {
            picture.left += i < 50 ? 4 : -4;
            picture.zoom(i % 20 < 10 ? 1.03 : 1 / 1.03, 400, 400);
            const start = performance.now();
            picture.draw();
            const drawn = performance.now();
            picture.nodeAt(300 + i, 400);
            picture.edgeAt(300 + i, 400);
            times.look.push(performance.now() - drawn);
            times.move.push(drawn - start);
            times.frame.push(await next());
        }
        for (let i = 0; i < 10; i++) {
            picture.outdate();
            picture.draw();
            times.anew.push(await next());
        }
        for (const all of Object.values(times)) all.sort((a, b) => a - b);
        return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, [all[all.length >> 1], all.at(-1)]]));
    })()""")
    names = {"frame": "from frame to frame", "move": "drawing", "look": "looking under the pointer", "anew": "drawing anew"}
    said = ", ".join(f"{names[key]} {median:.1f} ms (slowest {slowest:.1f})" for key, (median, slowest) in timed.items())
    print(f"page: {count} relations: {said}")
    browser.run("changed()")
    sifting = browser.run("(() => { const start = performance.now(); changed(); return performance.now() - start; })()")
    print(f"page: a filter changes in {sifting:.1f} ms")
    browser.screenshot(os.path.join(folder, "large.png"))


if __name__ == "__main__":
    main()
