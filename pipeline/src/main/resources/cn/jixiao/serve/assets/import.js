// Files may be dropped on the form, and what is too much is told before it is sent.
'use strict';
(() => {
  const form = document.getElementById('drop');
  const files = document.getElementById('files');
  const folder = document.getElementById('folder');
  const told = document.getElementById('chosen');
  const mb = (bytes) => bytes / 1e6;

  const check = () => {
    const chosen = [...files.files, ...folder.files];
    const total = chosen.reduce((sum, file) => sum + file.size, 0);
    const trouble = chosen.length > +form.dataset.files ? told.dataset.many
      : chosen.some((file) => mb(file.size) > +form.dataset.fileMb) ? told.dataset.large
        : mb(total) > +form.dataset.totalMb ? told.dataset.heavy : '';
    told.textContent = trouble || told.dataset.words.replace('{n}', chosen.length).replace('{mb}', mb(total).toFixed(1));
    told.classList.toggle('wrong', trouble !== '');
    return chosen.length > 0 && trouble === '';
  };

  files.addEventListener('change', check);
  folder.addEventListener('change', check);
  form.addEventListener('submit', (event) => {
    if (!check()) event.preventDefault();
    // An empty field would be sent as a file without a name.
    else [files, folder].forEach((input) => { input.disabled = input.files.length === 0; });
  });
  form.addEventListener('dragover', (event) => { event.preventDefault(); form.classList.add('over'); });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    files.files = event.dataTransfer.files;
    if (check()) form.requestSubmit();
  });
  window.addEventListener('pageshow', () => [files, folder].forEach((input) => { input.disabled = false; }));
})();
