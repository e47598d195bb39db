"""What a written quantity says: comparator, value, unit, kind. Only what the sources of this folder use."""
import re
import unicodedata
from decimal import Decimal

BEFORE = [("不少于", ">="), ("不低于", ">="), ("至少", ">="), ("不超过", "<="), ("超过", ">"), ("大于", ">"),
          ("突破", ">"), ("低于", "<"), ("小于", "<"), ("不足", "<"), ("不到", "<"), (">=", ">="), ("≥", ">="),
          ("<=", "<="), ("≤", "<="), ("≦", "<="), ("超", ">"), ("逾", ">"), ("近", "<"), ("约", "~"), (">", ">"),
          ("<", "<"), ("=", "=")]
AFTER = [("以上", ">="), ("以内", "<="), ("以下", "<="), ("左右", "~")]
CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
STEPS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"百": 100, "千": 1000, "万": 10 ** 4, "亿": 10 ** 8}
HAN = "零〇一二三四五六七八九十百千两"


def han(text):
    """四十七 -> 47; a 万 in the middle multiplies what stands before it."""
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in STEPS:
            section += (digit or 1) * STEPS[c]
            digit = 0
        elif c == "万":
            total += (section + digit) * 10 ** 4
            section = digit = 0
    return Decimal(total + section + digit)


def parse(raw, unit=None):
    """raw as written -> (comparator, value, unit, kind). `unit` is the one a table heading gives."""
    s = unicodedata.normalize("NFKC", raw).translate(CAPITALS)
    s = re.sub(r"\s", "", s)
    comparator = "="
    for word, sign in BEFORE:
        if s.startswith(word):
            comparator, s = sign, s[len(word):]
            break
    for word, sign in AFTER:
        if s.endswith(word):
            comparator, s = sign, s[:-len(word)]
            break
    if s.startswith("百分之"):
        return comparator, han(s[3:]), "%", "rate"
    m = re.match(r"^(\d[\d,]*(?:\.\d+)?)([余多]?)([万亿千百]?)([余多]?)(.*)$", s)
    if m:
        value = Decimal(m[1].replace(",", "")) * SCALES.get(m[3], 1)
        if m[2] or m[4]:
            comparator = ">"
        rest = m[5]
    else:
        m = re.match(rf"^([{HAN}万]+)([余多]?)(.*)$", s)
        if not m:
            raise ValueError(f"no quantity in {raw!r}")
        value, rest = han(m[1]), m[3]
        if m[2]:
            comparator = ">"
    rest = rest.removesuffix("整")
    if unit:
        scale = re.match(r"^([万亿千百]?)(元)$", unit)
        if scale and not rest:
            return comparator, value * SCALES.get(scale[1], 1), "CNY", "amount"
        rest = rest or unit
    if rest.startswith("元"):
        return comparator, value, "CNY", "amount"
    if rest == "%":
        return comparator, value, "%", "rate"
    if rest == "个百分点":
        return comparator, value, rest, "rate"
    if rest == "‰":
        return comparator, value / 10, "%", "rate"
    if rest == "成":
        return comparator, value * 10, "%", "rate"
    if rest == "分":
        return comparator, value, "分", "score"
    if not rest:
        raise ValueError(f"{raw!r} has no unit")
    return comparator, value, rest, "count"


def bounds(mention):
    """The interval a mention stands for, at the precision it is printed with."""
    raw, value = unicodedata.normalize("NFKC", mention["raw"]), Decimal(str(mention["value"]))
    m = re.search(r"\d[\d,]*(?:\.(\d+))?", raw)
    places = len(m[1] or "") if m else 0
    step = Decimal(1).scaleb(-places)
    if "万" in raw or mention["kind"] == "amount" and mention.get("heading_unit") == "万元":
        step *= 10 ** 4
    if "亿" in raw:
        step *= 10 ** 8
    if "‰" in raw:
        step /= 10
    exact = mention["kind"] in ("count", "score") and places == 0
    half = Decimal(0) if exact else step / 2
    first = mention["comparator"][0] if isinstance(mention["comparator"], list) else mention["comparator"]
    if first in (">", ">="):
        return value - half, None
    if first in ("<", "<="):
        return None, value + half
    if first == "~":
        return value * Decimal("0.95"), value * Decimal("1.05")
    return value - half, value + half
