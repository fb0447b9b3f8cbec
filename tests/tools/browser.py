"""browser.py - what the suites of pages share: headless Chromium, and what every page of ours must hold in it.

Functions take the suite's Tally. Debian's python3, where python3-selenium and python3-html5lib are.
"""
import base64, json, re, shutil


def installed():
    try:
        import selenium  # noqa: F401
    except ImportError:
        return False
    return bool(shutil.which("chromedriver") and (shutil.which("chromium") or shutil.which("google-chrome")))


def without_script():
    """A browser in which no script runs, and the proof of it."""
    driver = browser(javascript=False)
    driver.get("data:text/html,<title>a</title><script>document.title='b'</script>")
    return driver, driver.title == "a"


def parses(tally, name, html):
    try:
        import html5lib
    except ImportError:
        tally.skip("python3-html5lib is not installed")
        return
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(open(html, "rb").read().decode("utf-8"))
    tally.expect(not parser.errors, f"{name}: not well-formed: {parser.errors[:3]}")


def browser(javascript=True):
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    options = Options()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,1000"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not javascript:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


LINKS = r"""
const seen = new Map(), wrong = [];
for (const e of document.querySelectorAll('[id]')) seen.set(e.id, (seen.get(e.id) || 0) + 1);
for (const [id, n] of seen) if (n > 1) wrong.push('id twice: ' + id);
for (const a of document.querySelectorAll('a')) {
  const to = a.getAttribute('href');
  if (!to.startsWith('#') || !seen.has(to.slice(1))) wrong.push('leads nowhere: ' + to);
}
for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
  for (const id of (e.getAttribute('aria-describedby') || e.getAttribute('aria-labelledby')).split(' '))
    if (!seen.has(id)) wrong.push('describes nothing: ' + id);
return wrong;
"""

CONTRAST = r"""
const luminance = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4); });
                         return .2126 * r + .7152 * g + .0722 * b; };
const colour = text => { const n = text.match(/[\d.]+/g).map(Number); return {rgb: n.slice(0, 3), a: n.length > 3 ? n[3] : 1}; };
const behind = e => { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c.a === 1) return c.rgb; } return [255, 255, 255]; };
const poor = new Map(); let least = 99, counted = 0;
for (const e of document.querySelectorAll('body *')) {
  const drawn = e.namespaceURI.endsWith('svg');
  if (drawn && e.tagName !== 'text') continue; // titles are not painted
  if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const ink = colour(drawn ? getComputedStyle(e).fill : getComputedStyle(e).color).rgb, paper = behind(e);
  const [high, low] = [luminance(ink), luminance(paper)].sort((a, b) => b - a), ratio = (high + .05) / (low + .05);
  counted++; least = Math.min(least, ratio);
  if (ratio < 4.5) poor.set(e.tagName + '.' + e.className, ratio.toFixed(2));
}
return {counted, least, poor: [...poor]};
"""

HEADINGS = r"""
const wrong = []; let last = 0;
for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
  const level = Number(h.tagName[1]);
  if (level > last + 1) wrong.push(h.tagName + ' after h' + last + ': ' + h.textContent.slice(0, 20));
  last = level;
}
if (document.querySelectorAll('h1').length !== 1) wrong.push('h1: ' + document.querySelectorAll('h1').length);
for (const th of document.querySelectorAll('th')) if (!th.scope) wrong.push('th without scope');
for (const landmark of ['header', 'main', 'footer']) if (document.querySelectorAll('body > ' + landmark).length !== 1) wrong.push(landmark);
return wrong;
"""

RAN = r"""
const bad = [];
if (window.ran !== undefined) bad.push('ran ' + window.ran);
for (const tag of ['img', 'iframe', 'object', 'embed', 'base', 'form', 'link', ...arguments]) if (document.querySelector(tag)) bad.push(tag);
for (const e of document.querySelectorAll('*')) for (const a of e.attributes) if (/^on|^style$|^src/.test(a.name)) bad.push(a.name);
if (/[\u202a-\u202e\u2066-\u2069\u200b]/.test(document.documentElement.outerHTML)) bad.push('hidden characters');
if (document.querySelectorAll('style').length !== 1) bad.push('style');
if (getComputedStyle(document.body).display === 'none') bad.push('body hidden');
return bad;
"""


def opened(tally, driver, name, html):
    """Loads the page; nothing may be complained of, nothing else asked for."""
    driver.get_log("browser"), driver.get_log("performance")
    driver.get("file://" + html)
    complaints = [entry["message"] for entry in driver.get_log("browser")]
    tally.expect(not complaints, f"{name}: console: {complaints[:3]}")
    asked = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    tally.expect([url for url in asked if not url.startswith("file://" + html)] == [] and asked, f"{name}: asked for {asked}")
    styled = driver.execute_script("return getComputedStyle(document.querySelector('.report')).borderTopStyle")
    tally.expect(styled == "solid", f"{name}: the style sheet is not in force ({styled})")


def structure(tally, driver, name):
    """Links lead somewhere, ids are there once, headings skip no level, tables have heads."""
    wrong = driver.execute_script(LINKS) + driver.execute_script(HEADINGS)
    tally.expect(not wrong, f"{name}: {wrong[:5]}")


def harmless(tally, driver, name, *tags):
    """Nothing of a report ran or became an element; `tags` are elements that this page has not either."""
    ran = driver.execute_script(RAN, *tags)
    tally.expect(not ran, f"{name}: {ran[:5]}")


def emulate(driver, media="", width=0, scheme="light"):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}] if media else []})
    if width:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
    else:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def printed(tally, driver, name, landscape=False):
    """The page as PDF; every sheet is A4."""
    pdf = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})["data"])
    sizes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)}
    allowed = [(595, 842)] + [(842, 595)] * landscape
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    fits = all(any(abs(w - a) <= 1 and abs(h - b) <= 1 for a, b in allowed) for _, _, w, h in sizes)
    tally.expect(pages > 0 and sizes and fits, f"{name}: {pages} pages of {sizes}")
    return pdf


def contrast(tally, driver, name):
    for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "light")):
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        found = driver.execute_script(CONTRAST)
        tally.expect(found["counted"] > 50 and not found["poor"], f"{name}: {media} {scheme}: contrast below 4.5: {found['poor'][:5]}")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def widths(tally, driver, name):
    """No sideways scrolling of the page, from a telephone to a desk."""
    for width in (360, 768, 1280):
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
        over = driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        tally.expect(over <= 0, f"{name}: {over} pixels too wide at {width}")
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
