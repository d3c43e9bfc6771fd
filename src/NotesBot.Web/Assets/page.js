// Answers come into the page instead of replacing it, lines are completed, and notes open beside the conversation. Without this script the same
// forms and links load whole pages.
'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const [log, ask, line, choices, note] = ['log', 'ask', 'q', 'choices', 'note'].map(byId);
  const words = document.body.dataset;
  const wide = matchMedia('(min-width: 70rem)');

  const contents = document.querySelector('.contents');
  const roomy = matchMedia('(min-width: 60rem)');
  const unfold = () => { if (contents) contents.open = roomy.matches; };
  roomy.addEventListener('change', unfold);
  unfold();

  const load = async url => {
    const response = await fetch(url, { headers: { Accept: 'text/html' } });
    const text = await response.text();
    if (!(response.headers.get('Content-Type') || '').startsWith('text/html')) throw new Error(text);
    return new DOMParser().parseFromString(text, 'text/html');
  };

  const sentence = text => {
    const p = document.createElement('p');
    p.textContent = text;
    return p;
  };

  // Only the conversation moves: scrollIntoView would move the page around it, too.
  const show = element => log.scrollTo({
    top: log.scrollTop + element.getBoundingClientRect().top - log.getBoundingClientRect().top - 8,
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });

  // A question: its exchange comes below the others.
  const put = async (url, text) => {
    log.querySelector('.welcome')?.remove();
    const exchange = document.createElement('article');
    exchange.className = 'exchange';
    if (text) {
      const question = document.createElement('h2');
      question.className = 'question';
      question.dir = 'auto';
      question.textContent = text;
      exchange.append(question);
    }
    const waiting = sentence(words.waiting);
    waiting.className = 'subtle';
    exchange.append(waiting);
    log.append(exchange);
    show(exchange);
    try {
      const page = await load(url);
      waiting.replaceWith(page.querySelector('.reply') || sentence(words.failed));
    } catch (error) {
      waiting.textContent = error instanceof TypeError ? words.failed : error.message;
    }
    show(exchange);
    return exchange;
  };

  const askFor = (text, push) => {
    const url = '/?q=' + encodeURIComponent(text);
    if (push) history.pushState(null, '', url);
    document.title = text + ' · ' + document.querySelector('.site').textContent;
    return put(url, text);
  };

  // A press: its reply takes the place of the one that was pressed on, comes below it, or takes it away.
  const press = async (form, button) => {
    const data = new FormData(form);
    if (button?.name) data.set(button.name, button.value);
    if (form.classList.contains('select') && !data.get('value')) return;
    const url = '/?' + new URLSearchParams(data);
    const reply = form.closest('.reply');
    reply.setAttribute('aria-busy', 'true');
    try {
      const fresh = (await load(url)).querySelector('.reply');
      reply.querySelector('.form')?.remove();
      switch (fresh?.dataset.delivery) {
        case 'Update': reply.replaceWith(fresh); fresh.tabIndex = -1; fresh.focus({ preventScroll: true }); show(fresh.closest('.exchange')); break;
        case 'Delete': reply.closest('.exchange').remove(); line.focus(); break;
        case 'Form': { const asked = fresh.querySelector('form'); reply.append(asked); asked.querySelector('input:not([type=hidden])').focus(); break; }
        default: { const more = document.createElement('article'); more.className = 'exchange'; more.append(fresh); log.append(more); show(more); }
      }
    } catch (error) {
      reply.append(sentence(error instanceof TypeError ? words.failed : error.message));
    } finally {
      reply.removeAttribute('aria-busy');
    }
  };

  const openNote = async url => {
    const page = await load(url);
    const whole = page.querySelector('article.whole');
    const close = document.createElement('button');
    close.className = 'close';
    close.textContent = words.close;
    const back = document.activeElement;
    close.addEventListener('click', () => { note.hidden = true; note.replaceChildren(); back?.focus(); });
    note.replaceChildren(close, whole);
    note.hidden = false;
    const place = new URL(url, location).hash.slice(1);
    const here = place && [...note.querySelectorAll('[id]')].find(element => element.id === decodeURIComponent(place));
    note.focus({ preventScroll: true });
    note.scrollTop = here ? here.getBoundingClientRect().top - note.getBoundingClientRect().top - note.clientHeight / 4 : 0;
  };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!log || !(form === ask || form.classList.contains('press'))) return;
    event.preventDefault();
    if (form !== ask) { press(form, event.submitter); return; }
    const text = line.value.trim();
    if (!text) return;
    line.value = '';
    fold();
    askFor(text, true);
  });

  document.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (link.classList.contains('ask') && log) {
      event.preventDefault();
      askFor(new URL(link.href).searchParams.get('q'), true);
    } else if (link.classList.contains('note') && log && wide.matches) {
      event.preventDefault();
      openNote(link.href).catch(() => { location.href = link.href; });
    }
  });

  addEventListener('popstate', () => location.reload());
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && note && !note.hidden && choices.hidden) note.querySelector('.close').click();
  });

  if (!ask) return;

  // Completion, as a combobox with a list box.
  let current = -1, typed = '', wait = 0, asked = 0;
  line.setAttribute('role', 'combobox');
  line.setAttribute('aria-autocomplete', 'list');
  line.setAttribute('aria-controls', 'choices');
  line.setAttribute('aria-expanded', 'false');

  function fold() {
    clearTimeout(wait);
    asked++;
    current = -1;
    choices.hidden = true;
    choices.replaceChildren();
    line.setAttribute('aria-expanded', 'false');
    line.removeAttribute('aria-activedescendant');
  }

  const choose = index => {
    const options = [...choices.children];
    current = (index + options.length + 1) % (options.length + 1);
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === current)));
    const option = options[current];
    line.value = option ? option.textContent : typed;
    if (!option) { current = -1; line.removeAttribute('aria-activedescendant'); return; }
    line.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const offer = lines => {
    choices.replaceChildren(...lines.slice(0, 10).map((text, i) => {
      const option = document.createElement('li');
      option.id = 'choice-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dir = 'auto';
      option.textContent = text;
      return option;
    }));
    current = -1;
    choices.hidden = lines.length === 0;
    line.setAttribute('aria-expanded', String(lines.length > 0));
  };

  const complete = async () => {
    const turn = ++asked;
    try {
      const response = await fetch('/complete?q=' + encodeURIComponent(typed));
      const lines = response.ok ? await response.json() : [];
      if (turn === asked) offer(lines.filter(text => text !== typed));
    } catch { /* The next answer says that nobody is there. */ }
  };

  line.addEventListener('input', () => {
    typed = line.value;
    clearTimeout(wait);
    if (typed.trim()) wait = setTimeout(complete, 120); else fold();
  });
  line.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !choices.hidden) { line.value = typed; fold(); event.stopPropagation(); }
    if (choices.hidden || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const last = choices.children.length;
    choose(event.key === 'ArrowDown' ? current + 1 : current === -1 ? last - 1 : current - 1 < 0 ? last : current - 1);
  });
  line.addEventListener('blur', () => setTimeout(fold, 150));
  choices.addEventListener('mousedown', event => {
    const option = event.target.closest('[role=option]');
    if (!option) return;
    event.preventDefault();
    line.value = typed = option.textContent;
    fold();
    line.focus();
    if (!typed.startsWith('/')) ask.requestSubmit(); else complete();
  });
})();
