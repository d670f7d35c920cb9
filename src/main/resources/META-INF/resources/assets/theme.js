// Runs before the first paint: "auto" follows the system, and keeps following it.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  if (root.dataset.theme !== 'auto') return;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow);
  follow();
})();
