// What came of the last click is where reading goes on, and one tick stands for all. The page works without it.
document.querySelector('.handed')?.focus();

// Enter on a tick would press the first button of the form, in browsers that look for one that can be pressed.
for (const tick of document.querySelectorAll('.tasks [type=checkbox]')) {
  tick.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}

const all = document.querySelector('[data-tick-all]');
const ticks = [...document.querySelectorAll('input[name=task]')];
if (all && ticks.length > 1) {
  const show = () => {
    const ticked = ticks.filter((tick) => tick.checked).length;
    all.checked = ticked === ticks.length;
    all.indeterminate = ticked > 0 && ticked < ticks.length;
  };
  all.hidden = false;
  all.addEventListener('change', () => {
    for (const tick of ticks) tick.checked = all.checked;
    show();
  });
  for (const tick of ticks) tick.addEventListener('change', show);
  show();
}
