// Makes pages better; every page works without it. Events are delegated, so content that arrives later needs no wiring.
(() => {
  'use strict';

  const root = document.documentElement;
  const locale = `${root.lang || 'en'}-u-nu-latn`;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  const say = (text) => {
    const announcer = document.querySelector('[data-announcer]');
    if (announcer) announcer.textContent = text;
  };

  // --- htmx -----------------------------------------------------------------

  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="csrf-token"]')?.content;
    if (token) event.detail.headers['X-CSRF-TOKEN'] = token;
  });

  // --- Copy -----------------------------------------------------------------

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const shown = button.previousElementSibling;
      if (shown) getSelection().selectAllChildren(shown);
      return;
    }
    button.classList.add('copied');
    say(button.dataset.copied || '');
    setTimeout(() => button.classList.remove('copied'), 1600);
  };

  // --- Live count -----------------------------------------------------------

  const count = (input) => {
    const shown = document.querySelector(`[data-count-for="${CSS.escape(input.id)}"]`);
    if (!shown) return;
    const length = Array.from(input.value).length;
    const limit = input.maxLength > 0 ? input.maxLength : Number(input.dataset.count);
    // Isolated, so that it reads from left to right in Arabic too.
    shown.textContent = limit ? `\u2066${length} / ${limit}\u2069` : String(length);
    shown.classList.toggle('full', Boolean(limit) && length >= limit);
  };

  // --- Selection: sums are whole numbers of the smallest unit, never floats ---

  const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

  const sums = (boxes) => {
    const totals = new Map();
    for (const box of boxes) {
      const [, sign, whole, fraction = ''] = DECIMAL.exec(box.dataset.amount) || [];
      if (whole === undefined) continue;
      const total = totals.get(box.dataset.currency) || { units: 0n, scale: 0 };
      const scale = Math.max(total.scale, fraction.length);
      const units = BigInt(sign + whole + fraction.padEnd(scale, '0'));
      totals.set(box.dataset.currency, { units: total.units * 10n ** BigInt(scale - total.scale) + units, scale });
    }
    return totals;
  };

  const plain = ({ units, scale }) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ',');
    return (units < 0n ? '-' : '') + whole + (scale ? `.${digits.slice(-scale)}` : '');
  };

  // data-text="# selected", with data-text-one, -two, -few, -many as the language needs them; a note likewise.
  const plurals = new Intl.PluralRules(root.lang || 'en');
  const phrase = (element, n, name = 'text') => {
    const form = plurals.select(n);
    const own = `${name}${form[0].toUpperCase()}${form.slice(1)}`;
    return (element.dataset[own] || element.dataset[name] || '#').replace('#', String(n));
  };

  const select = (area) => {
    const boxes = all('[data-select]', area);
    const chosen = boxes.filter((box) => box.checked);
    for (const box of boxes) box.closest('tr')?.classList.toggle('selected', box.checked);
    for (const everyone of all('[data-select-all]', area)) {
      everyone.checked = chosen.length > 0 && chosen.length === boxes.filter((box) => !box.disabled).length;
      everyone.indeterminate = chosen.length > 0 && !everyone.checked;
    }
    for (const element of all('[data-text]', area)) element.textContent = phrase(element, chosen.length);
    for (const sum of all('[data-sum]', area)) {
      sum.replaceChildren();
      for (const [currency, total] of sums(chosen)) {
        const money = document.createElement('bdi');
        money.dir = 'ltr';
        money.className = 'money';
        money.textContent = `${currency}\u00a0${plain(total)}`;
        if (sum.childNodes.length) sum.append(' + ');
        sum.append(money);
      }
    }
    for (const note of all('[data-when-some]', area)) {
      const hits = chosen.filter((box) => note.dataset.whenSome in box.dataset).length;
      note.hidden = hits === 0;
      if (hits) note.textContent = phrase(note, hits, 'note');
    }
    area.classList.toggle('has-selection', chosen.length > 0);
  };

  const clear = (area) => {
    for (const box of all('[data-select]', area)) box.checked = false;
    select(area);
  };

  // A refreshed list keeps what was ticked.
  let kept = [];
  document.addEventListener('htmx:beforeSwap', (event) => {
    kept = all('[data-select]:checked', event.detail.target).map((box) => box.value);
  });

  // --- Times ----------------------------------------------------------------

  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });

  const age = (time) => {
    const seconds = Math.round((Date.parse(time.dateTime) - Date.now()) / 1000);
    const size = Math.abs(seconds);
    if (Number.isNaN(size) || size > 7 * 86400) return;
    if (!time.title) time.title = time.textContent;
    if (size < 60) time.textContent = relative.format(0, 'minute');
    else if (size < 3600) time.textContent = relative.format(Math.trunc(seconds / 60), 'minute');
    else if (size < 86400) time.textContent = relative.format(Math.trunc(seconds / 3600), 'hour');
    else time.textContent = relative.format(Math.trunc(seconds / 86400), 'day');
  };

  // data-left (seconds, as the server counts them) is right even where the reader's clock is not.
  const deadlines = new WeakMap();
  const countdown = (time) => {
    if (!deadlines.has(time)) {
      const left = time.dataset.left ? Number(time.dataset.left) * 1000 : Date.parse(time.dateTime) - Date.now();
      deadlines.set(time, performance.now() + left);
      if (!time.title) time.title = time.textContent;
    }
    const left = Math.max(0, Math.ceil((deadlines.get(time) - performance.now()) / 1000));
    if (left === 0 && time.dataset.over) {
      if (time.textContent !== time.dataset.over) say(time.dataset.over);
      time.textContent = time.dataset.over;
    } else {
      const hours = Math.floor(left / 3600);
      const minutes = String(Math.floor(left / 60) % 60).padStart(hours ? 2 : 1, '0');
      const clock = `${hours ? `${hours}:` : ''}${minutes}:${String(left % 60).padStart(2, '0')}`;
      time.textContent = time.dataset.text.replace('#', clock);
    }
    time.classList.toggle('near', left <= 60);
  };

  // --- Submitting -----------------------------------------------------------

  const labels = new WeakMap();

  const busy = (form, submitter) => {
    form.dataset.sent = '';
    form.setAttribute('aria-busy', 'true');
    const words = submitter?.dataset.busy || form.dataset.busy;
    // Not disabled: that would take the focus away. A form that is sent is not sent twice in any case.
    // After this turn, so that the button's own name and value still travel.
    setTimeout(() => {
      for (const button of all('button[type=submit], button:not([type])', form)) button.setAttribute('aria-disabled', 'true');
      if (!submitter || submitter.tagName !== 'BUTTON') return;
      submitter.classList.add('is-busy');
      if (words) {
        labels.set(submitter, Array.from(submitter.childNodes));
        submitter.replaceChildren(words);
        say(words);
      }
    });
  };

  const idle = (form) => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
    for (const button of all('button', form)) {
      button.removeAttribute('aria-disabled');
      button.classList.remove('is-busy');
      if (labels.has(button)) button.replaceChildren(...labels.get(button));
      labels.delete(button);
    }
  };

  // --- Dialogs: a page that holds a [data-window] may be shown over the page that links to it ---

  // Several windows may follow each other in one dialog; the focus goes back to what opened the first.
  let opener = null;

  // Without this the focus would leave the dialog for the browser's own buttons, by way of the body.
  const keepInside = (event, box) => {
    const stops = all('a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select, textarea, summary', box)
      .filter((stop) => stop.checkVisibility());
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const at = document.activeElement;
    const leaves = event.shiftKey ? at === first || !stops.includes(at) : at === last;
    if (!first || !leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  };

  const dialog = () => {
    const open = document.querySelector('dialog.overlay');
    if (open) return open;
    const made = document.createElement('dialog');
    made.className = 'overlay';
    made.setAttribute('aria-labelledby', 'window-title');
    made.addEventListener('close', () => {
      made.remove();
      opener?.focus();
      opener = null;
    });
    document.body.append(made);
    return made;
  };

  const show = (page, url) => {
    const content = page.querySelector('[data-window]');
    // A window may be opened by itself, as a page. What follows it stands in its place: over it, each id would be there twice.
    const standing = document.querySelector('dialog.overlay') ? null : document.querySelector('#content [data-window]');
    if (content && !standing) {
      const box = dialog();
      box.replaceChildren(content);
      if (!box.open) box.showModal();
      window.htmx?.process(box);
      (box.querySelector('[aria-invalid=true], [autofocus]') || box.querySelector('h1')).focus();
      settle(box);
      return;
    }
    document.title = page.title;
    document.body.replaceWith(page.body);
    if (url !== location.href) history.pushState({ swapped: true }, '', url);
    shown = place();
    window.htmx?.process(document.body);
    settle(document);
    scrollTo(0, 0);
    (document.querySelector('#content :is([aria-invalid=true], [autofocus])') || document.querySelector('#content'))?.focus({ preventScroll: true });
  };

  // Back from a page that was swapped in. The skip link comes by here too, and must not load the page again.
  const place = () => location.pathname + location.search;
  let shown = place();
  addEventListener('popstate', () => {
    if (place() !== shown) location.reload();
  });

  const ask = async (url, options) => {
    const answer = await fetch(url, { credentials: 'same-origin', headers: { 'Sarf-Window': 'true' }, ...options });
    // Signed out meanwhile: the way to sign in is for the whole window. What was sent is kept and waits there.
    if (answer.status === 401) return void location.assign(answer.headers.get('Sarf-Sign-In') || url);
    if (!(answer.headers.get('Content-Type') || '').startsWith('text/html')) throw new Error('not a page');
    // A form that comes back with what is wrong has no address of its own.
    const here = options?.method === 'POST' && !answer.redirected ? location.href : answer.url;
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'), here);
  };

  const post = async (form, submitter) => {
    const url = new URL(submitter?.getAttribute('formaction') || form.getAttribute('action') || location.href, location.href);
    const data = new FormData(form);
    if (submitter?.name) data.append(submitter.name, submitter.value);
    if (!form.closest('dialog.overlay')) opener = submitter;
    busy(form, submitter);
    try {
      if ((form.getAttribute('method') || 'get').toLowerCase() === 'get') {
        url.search = new URLSearchParams(data).toString();
        await ask(url.href);
      } else {
        await ask(url.href, { method: 'POST', body: form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data) });
      }
      if (form.isConnected) idle(form);
    } catch {
      // What the server did is unknown here: say so, and never send again by itself.
      idle(form);
      const text = document.body.dataset.noAnswer;
      const note = form.querySelector('.no-answer') || document.createElement('div');
      note.className = 'no-answer flash flash-danger';
      note.setAttribute('role', 'alert');
      note.textContent = text;
      form.prepend(note);
    }
  };

  document.addEventListener('htmx:responseError', (event) => {
    const { signedOut, signIn } = document.body.dataset;
    if (event.detail.xhr.status !== 401 || document.querySelector('.signed-out')) return;
    const note = document.createElement('div');
    note.className = 'signed-out flash flash-warning';
    note.setAttribute('role', 'alert');
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = signIn;
    note.append(`${signedOut} `, link);
    (document.querySelector('dialog[open] [data-window]') || document.querySelector('#content')).prepend(note);
  });

  // --- What was typed when a session was over, taken back to its page ---

  const KEPT = 'kept-form';
  const KEPT_FOR = 10 * 60 * 1000;

  const takeBack = (form) => {
    const fields = Array.from(new FormData(form)).filter(([name]) => name !== 'csrf-token');
    const action = new URL(form.dataset.target, location.href).href;
    const { person } = document.body.dataset;
    sessionStorage.setItem(KEPT, JSON.stringify({ action, fields, person, at: Date.now() }));
  };

  const refill = () => {
    if (location.pathname === '/kept-form') return;
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || 'null');
    if (!kept) return;
    const form = all('form[method=post]').find((one) => one.action === kept.action);
    const theirs = kept.person === document.body.dataset.person && Date.now() - kept.at < KEPT_FOR;
    // Its page may be one click further on; another person, or somebody much later, does not find it.
    if (theirs && !form) return;
    sessionStorage.removeItem(KEPT);
    if (!theirs) return;
    const typed = (name) => kept.fields.filter(([of]) => of === name).map(([, value]) => value);
    for (const field of Array.from(form.elements)) {
      if (!field.name || ['hidden', 'submit', 'password'].includes(field.type)) continue;
      const values = typed(field.name);
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
  };

  // --- Events ---------------------------------------------------------------

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest?.(selector);
    const copier = at('[data-copy]');
    if (copier) return void copy(copier);
    const clearer = at('[data-select-clear]');
    if (clearer) {
      const area = clearer.closest('[data-selection]');
      clear(area);
      // The bar is gone, and with it the button.
      return void area.querySelector('[data-select]:not(:disabled)')?.focus();
    }
    const back = at('[data-refill]');
    if (back) return void takeBack(back.closest('form'));
    const dismiss = at('[data-dismiss]');
    if (dismiss) {
      const details = dismiss.closest('details');
      details.open = false;
      return void details.querySelector('summary').focus();
    }
    const overlay = document.querySelector('dialog.overlay[open]');
    if (overlay && (event.target === overlay || at('dialog.overlay [data-close]'))) {
      event.preventDefault();
      return void overlay.close();
    }
    const link = at('a[data-dialog]');
    if (link && !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (!link.closest('dialog.overlay')) opener = link;
      return void ask(link.href).catch(() => location.assign(link.href));
    }
    for (const open of all('details[data-confirm][open], .environment[open], .person[open], .filter[open]')) {
      if (!open.contains(event.target)) open.open = false;
    }
  });

  document.addEventListener('keydown', (event) => {
    const box = document.querySelector('dialog.overlay[open]');
    if (event.key === 'Tab' && box) return void keepInside(event, box);
    if (event.key !== 'Escape') return;
    const details = event.target.closest?.('details[data-confirm][open], .environment[open], .person[open], .filter[open]');
    if (!details) return;
    details.open = false;
    details.querySelector('summary').focus();
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if ('sent' in form.dataset) return void event.preventDefault();
    const inside = form.closest('dialog.overlay');
    if ('dialog' in form.dataset || 'dialog' in (event.submitter?.dataset || {}) || inside) {
      event.preventDefault();
      return void post(form, event.submitter);
    }
    if ('busy' in form.dataset) busy(form, event.submitter);
  });

  document.addEventListener('input', (event) => {
    if (event.target.matches('[data-count]')) count(event.target);
  });

  document.addEventListener('change', (event) => {
    const area = event.target.closest('[data-selection]');
    if (!area) return;
    if (event.target.matches('[data-select-all]')) {
      for (const box of all('[data-select]:not(:disabled)', area)) box.checked = event.target.checked;
    }
    select(area);
  });

  // Back from the browser's page cache: nothing is on its way any more.
  addEventListener('pageshow', (event) => {
    if (event.persisted) all('form[data-sent]').forEach(idle);
  });

  const settle = (within) => {
    all('[data-count]', within).forEach(count);
    all('time[data-relative]', within).forEach(age);
    all('[data-countdown]', within).forEach(countdown);
    const areas = all('[data-selection]', within);
    const around = within !== document && within.closest?.('[data-selection]');
    for (const area of around ? [around, ...areas] : areas) select(area);
  };

  document.addEventListener('htmx:afterSettle', (event) => {
    const arrived = event.detail.target;
    for (const box of all('[data-select]', arrived)) box.checked ||= kept.includes(box.value);
    kept = [];
    settle(arrived);
    const news = event.target.dataset?.say;
    if (news) say(news);
  });

  setInterval(() => all('[data-countdown]').forEach(countdown), 1000);
  setInterval(() => all('time[data-relative]').forEach(age), 30000);
  refill();
  settle(document);
})();
