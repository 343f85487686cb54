// Runs before the page is drawn, so that a chosen theme or type size never flickers.
for (const name of ['theme', 'type']) {
  const chosen = localStorage.getItem(name)
  if (chosen !== null) document.documentElement.dataset[name] = chosen
}
