/**
 * Filters by outcome and opens everything before printing. The page reads fully without it.
 * Plain text so that its SHA-256 can stand in the page's own security policy.
 */
export const SCRIPT = `
(function () {
  var bar = document.getElementById('filters');
  var count = document.getElementById('filter-count');
  if (!bar || !count) return;
  var targets = Array.prototype.slice.call(document.querySelectorAll('[data-outcome]'));
  var buttons = Array.prototype.slice.call(bar.querySelectorAll('button'));
  function apply(outcome) {
    var shown = 0;
    targets.forEach(function (target) {
      var fits = outcome === 'all' || target.getAttribute('data-outcome').split(' ').indexOf(outcome) >= 0;
      target.hidden = !fits;
      if (fits) shown += 1;
    });
    buttons.forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-filter') === outcome));
    });
    count.textContent = String(shown);
    var list = document.querySelector('#rules > details');
    if (list && outcome !== 'all') list.open = true;
  }
  buttons.forEach(function (button) {
    button.addEventListener('click', function () { apply(button.getAttribute('data-filter')); });
  });
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.hidden) apply('all');
    for (var each = target; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', function () {
    apply('all');
    Array.prototype.forEach.call(document.querySelectorAll('details'), function (each) { each.open = true; });
  });
  bar.hidden = false;
  apply('all');
  reveal();
})();
`;
