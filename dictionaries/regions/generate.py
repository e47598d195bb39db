#!/usr/bin/env python3
"""Makes divisions.tsv, successors.tsv and the first part of zones.tsv.

usage: generate.py DIVISIONS_1980_2019.csv DIVISIONS_2023.csv

The first file holds one line for each stretch of revisions of the national list in which a code had a name
(code,name,level,parent,parent_name,first_seen,last_seen,in_last_revision); the second the statistical list as of
2023-06-30 (code,name,level,parent,as_of). Both state public facts of GB/T 2260; only those facts are kept.
"""
import csv
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
PEOPLES = ('蒙古族 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 '
           '傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 '
           '仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 '
           '鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 蒙古 各族').split()
ZONE = re.compile(r'\d{4}7\d$')


def short(name):
    base = re.sub(r'(自治区|特别行政区|自治州|自治县|自治旗|地区|林区|矿区|省|市|县|区|盟|旗|州)$', '', name)
    while True:
        cut = next((p for p in PEOPLES if base.endswith(p) and len(base) > len(p) + 1), None)
        if not cut:
            return base or name
        base = base[:-len(cut)]


def month(text):
    return text[:4] + '-' + text[4:6]


def level(code):
    return 'province' if code.endswith('0000') else 'prefecture' if code.endswith('00') else 'county'


old = list(csv.DictReader(open(sys.argv[1], encoding='utf-8')))
now = {r['code']: r for r in csv.DictReader(open(sys.argv[2], encoding='utf-8'))}
seen = {r['code'] for r in old}
rows = {}
for r in old:
    to = '' if r['in_last_revision'] == 'yes' else month(r['last_seen'])
    key = (r['code'], r['name'])
    if key in rows:
        rows[key][2:] = [min(rows[key][2], month(r['first_seen'])), '' if not to else max(rows[key][3], to)]
    else:
        rows[key] = [r['parent'], '', month(r['first_seen']), to]
rows = {k: [v[0], v[2], v[3]] for k, v in rows.items()}
zones = []
artefact = {'市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'}
for code, r in now.items():
    if r['name'] in artefact or code == '620201':
        continue
    parent = r['parent']
    if parent and now[parent]['name'] in artefact:
        parent = parent[:2] + '0000'
    if ZONE.match(code) and code not in seen and not r['name'].endswith('行政委员会'):
        zones.append((r['name'].removesuffix('管委会'), parent))
    elif (code, r['name']) in rows:
        rows[code, r['name']][2] = ''
    else:
        for (c, n), v in rows.items():
            if c == code and not v[2]:
                v[2] = '2020-06'
        rows[code, r['name']] = [parent, '2019-05' if code not in seen else '2020-07', '']
for (code, name), v in rows.items():
    if not v[2] and code not in now and code[:2] not in ('71', '81', '82'):
        v[2] = '2019-04'

# Single lists (1983, 2003, 2004) moved names one line down: a name that stands for one list only, between two lists
# that give its code another name, is such a slip.
for (code, name), v in list(rows.items()):
    if v[1] == v[2] and any(c == code and n != name and w[1] < v[1] and (not w[2] or w[2] > v[2])
                            for (c, n), w in rows.items()):
        print('slip', code, name, v[1], file=sys.stderr)
        del rows[code, name]

changes = {}
for line in open(HERE / 'changes.tsv', encoding='utf-8'):
    if not line.startswith('#'):
        code, to, since, _ = line.rstrip('\n').split('\t')
        changes[code] = (to, since)
for (code, name), v in rows.items():
    if v[2] and code in changes and not any(c == code and not w[2] for (c, n), w in rows.items()):
        if v[2] >= '2019-04':
            v[2] = max(v[2], changes[code][1])
alive = {}
for (code, name), v in rows.items():
    if not v[2]:
        alive.setdefault((code[:2], level(code), short(name)), []).append(code)
in_force = {code for (code, name), v in rows.items() if not v[2]}
last_name = {}
for (code, name), v in sorted(rows.items(), key=lambda e: e[1][2] or '9999'):
    last_name[code] = (name, v)
# A prefecture turned city: its seat was a county-level city of the same name, now its first district; not guessed.
successors = {}
moved = {'5102': '50', '5123': '50', '5135': '50', '5134': '51', '4600': '46'}
for code, (name, v) in last_name.items():
    if code in in_force:
        continue
    if code in changes:
        successors[code] = (changes[code][0], changes[code][1])
        continue
    provinces = [code[:2]] + (['50'] if code[:2] == '51' else []) + (['46'] if code[:2] == '44' else [])
    for province in provinces:
        found = alive.get((province, level(code), short(name)), [])
        same = [c for c in found if c[:4] == code[:4]] or found
        if len(same) == 1:
            successors[code] = (same[0], v[2])
            break

with open(HERE / 'divisions.tsv', 'w', encoding='utf-8') as out:
    out.write('# Administrative divisions of China, 1980 to 2023-06, by GB/T 2260. Made by generate.py.\n')
    out.write('# from and to are months of the lists that first and last carried the name; an empty to is in force.\n')
    out.write('# code\tname\tparent\tfrom\tto\tshort form\n')
    for (code, name), v in sorted(rows.items(), key=lambda e: (e[0][0], e[1][1], e[0][1])):
        form = short(name)
        out.write('\t'.join([code, name, *v, form if 1 < len(form) < len(name) else '']) + '\n')
with open(HERE / 'successors.tsv', 'w', encoding='utf-8') as out:
    out.write('# Abolished codes and the code that carries their line on. Made by generate.py: same name in the same\n')
    out.write('# province, else changes.tsv. An abolished code that is missing here has no single successor.\n')
    out.write('# code\tsuccessor\tsince\n')
    for code, (to, since) in sorted(successors.items()):
        out.write(f'{code}\t{to}\t{since}\n')
with open(HERE / 'zones-statistical.tsv', 'w', encoding='utf-8') as out:
    out.write('# Zones that statistics list beside the divisions but GB/T 2260 does not. Made by generate.py.\n')
    out.write('# name\tparent\n')
    for name, parent in sorted(zones, key=lambda z: (z[1], z[0])):
        out.write(f'{name}\t{parent}\n')
gone = [c for c in last_name if c not in in_force]
print(len(rows), 'names,', len(in_force), 'in force,', len(gone), 'abolished,', len(successors), 'with successor', file=sys.stderr)
if '-v' in sys.argv:
    print([(c, last_name[c][0]) for c in gone if c not in successors and last_name[c][1][2] > '1999'])
