// The little script that all pages share. Every page works without it.
'use strict';

// The token of the visit goes with whatever htmx sends.
document.addEventListener('htmx:configRequest', (event) => {
  const token = document.querySelector('meta[name="csrf"]');
  if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-Token'] = token.content;
});

// Answers that tell of trouble are shown where the answer would have stood.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status >= 400) event.detail.shouldSwap = true;
});

// A select marked so sends its form as soon as it changes.
document.addEventListener('change', (event) => {
  const form = event.target.closest('[data-send-on-change]') && event.target.form;
  if (form) form.requestSubmit();
});

// The evidence of a cell opens above the table it stands in.
document.addEventListener('htmx:afterSwap', (event) => {
  const dialog = event.detail.target.closest('dialog');
  if (dialog && !dialog.open) dialog.showModal();
});
document.addEventListener('click', (event) => {
  if (event.target instanceof HTMLDialogElement) event.target.close();
});
