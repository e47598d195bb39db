// A figure and its place light up together; in the queue, keys do what the buttons do. Every page works without it.
'use strict';
(() => {
  const all = (key) => document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`);
  const light = (key, on) => all(key).forEach((each) => each.classList.toggle('lit', on));
  const keyed = (event) => event.target.closest ? event.target.closest('[data-key]') : null;
  let lit = null;
  const point = (event) => {
    const at = keyed(event);
    const key = at ? at.dataset.key : null;
    if (key === lit) return;
    if (lit) light(lit, false);
    lit = key;
    if (lit) light(lit, true);
  };
  document.addEventListener('pointerover', point);
  document.addEventListener('focusin', point);

  const choose = (key, from) => {
    document.querySelectorAll('.spot.chosen').forEach((each) => each.classList.remove('chosen'));
    document.querySelectorAll(`.spot[data-key="${CSS.escape(key)}"]`).forEach((each) => each.classList.add('chosen'));
    const item = document.querySelector(`details.one[data-key="${CSS.escape(key)}"]`);
    const spot = document.querySelector(`.spot[data-key="${CSS.escape(key)}"]`);
    if (from === 'spot' && item) {
      document.querySelectorAll('details.one[open]').forEach((each) => { if (each !== item) each.open = false; });
      item.open = true;
      item.querySelector('summary').focus({preventScroll: true});
      item.scrollIntoView({block: 'nearest'});
    }
    if (from === 'item' && spot) spot.scrollIntoView({block: 'nearest'});
  };
  document.addEventListener('click', (event) => {
    const spot = event.target.closest('a .spot, a.spot');
    if (!spot || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!document.querySelector(`details.one[data-key="${CSS.escape(spot.dataset.key)}"]`)) return;
    event.preventDefault();
    choose(spot.dataset.key, 'spot');
    history.replaceState(null, '', spot.closest('a').getAttribute('href'));
  });
  document.addEventListener('toggle', (event) => {
    if (event.target.matches && event.target.matches('details.one') && event.target.open) choose(event.target.dataset.key, 'item');
  }, true);

  // Words marked in the text are what is to be added.
  const before = (range, most) => {
    const block = (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement).closest('p, td, th, h2, h3');
    if (!block) return '';
    const all = document.createRange();
    all.setStart(block, 0);
    all.setEnd(range.startContainer, range.startOffset);
    return all.toString().slice(-most);
  };
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const field = document.querySelector('[data-marked]');
    if (!field || !selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const words = selection.toString().trim();
    if (!words || words.length > 60 || !(node.nodeType === 1 ? node : node.parentElement).closest('.written')) return;
    field.value = words;
    document.querySelector('[data-marked-after]').value = before(range, 12);
    document.getElementById('add-figure').open = true;
  });

  // The queue by keyboard.
  const tasks = () => [...document.querySelectorAll('.task')];
  const current = () => document.querySelector('.task.here');
  const go = (to) => {
    tasks().forEach((each) => each.classList.toggle('here', each === to));
    if (to) { to.focus({preventScroll: true}); to.scrollIntoView({block: 'nearest'}); }
  };
  const press = (name) => {
    const at = current();
    const button = at && at.querySelector(`[data-press="${name}"]`);
    if (button) button.click();
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !tasks().length) return;
    if (event.target.closest('input, select, textarea')) return;
    const list = tasks();
    const at = list.indexOf(current());
    switch (event.key) {
      case 'j': go(list[Math.min(list.length - 1, at + 1)]); break;
      case 'k': go(list[Math.max(0, at - 1)]); break;
      case 'c': press('confirm'); break;
      case 'x': press('reject'); break;
      case 'e': press('edit'); break;
      case 'u': press('undo'); break;
      case 'o': press('open'); break;
      default: return;
    }
    event.preventDefault();
  });
  document.addEventListener('focusin', (event) => {
    const task = event.target.closest('.task');
    if (task) tasks().forEach((each) => each.classList.toggle('here', each === task));
  });
  // What was decided steps aside for the next.
  document.addEventListener('htmx:afterSwap', (event) => {
    const task = event.target.closest ? event.target.closest('.task') : null;
    const done = task || document.querySelector('.task.done.fresh');
    if (!done || !done.classList.contains('fresh')) return;
    done.classList.remove('fresh');
    const list = tasks();
    go(list.slice(list.indexOf(done) + 1).find((each) => !each.classList.contains('done')) || done);
  });
})();
