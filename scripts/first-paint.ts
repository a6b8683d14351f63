// What index.html does by itself, before the framework is there. Plain ES2015 in strings, because nothing transpiles it.

/** Which volume holds an item: the letter at the place of its number (a-0012: the twelfth), counted from A, is its place in `names`. */
export interface VolumesOf {
  names: string[]
  letters: string
}

const FIRST_LETTER = 65

/** @param volumes ids of the items that each volume holds, `a-0012`; at most 58 volumes, or the letters run out. */
export function lettersOf(volumes: Record<string, string[]>): VolumesOf {
  const letters: string[] = []
  Object.values(volumes).forEach((ids, place) => {
    for (const id of ids) letters[Number(id.slice(2))] = String.fromCharCode(FIRST_LETTER + place)
  })
  return { names: Object.keys(volumes), letters: Array.from(letters, letter => letter ?? ' ').join('') }
}

/** What a build put beside index.html. */
export interface Built {
  home: string
  /** Scripts and styles of each page. */
  files: Record<string, string[]>
  /** Volumes of articles and of episodes. */
  volumes: Record<'a' | 'e', VolumesOf>
  /** Names of the drawings at the head of a list. */
  covers: string[]
}

/**
 * In the head, before anything that blocks: asks for what the page at this address will ask for. Files of the feed are
 * handed over in `earlyFeed` (src/feed/source.h5.ts); scripts, styles and drawings wait in the browser's own cache.
 */
export const EARLY = ({ home, files, volumes, covers }: Built): string => `(function (files, volumes, covers) {
  var route = location.hash.split('?')[0].replace(/^#\\/?/, '') || '${home}';
  var stored = {};
  try {
    stored = JSON.parse(localStorage.getItem('settings')).data.settings || {};
  } catch (e) {}
  var dark = stored.theme === 'dark' || (stored.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  var month = new Date(Date.now() + 288e5).toISOString().slice(5, 7);
  var feed = ['catalog.json'].concat(route === '${home}' ? ['days-' + month + '.json', 'schedule.json'] : []);
  var id = /[?&]id=([ae])-(\\d+)/.exec(location.hash);
  if (id && /^subpackages\\/(reader\\/article|player\\/episode)\\//.test(route)) {
    var volume = volumes[id[1]].names[volumes[id[1]].letters.charCodeAt(Number(id[2])) - ${FIRST_LETTER}];
    if (volume) feed.push(volume);
  }
  var list = /^subpackages\\/library\\/shelf\\//.test(route) && /[?&](id|series)=([a-z-]+)/.exec(location.hash);
  var cover = list && (list[1] === 'series' ? 'series-' : '') + list[2];
  if (covers.indexOf(cover) >= 0) new Image().src = './covers/' + cover + (dark ? '.dark' : '') + '.svg';
  window.earlyFeed = {};
  feed.forEach(function (file) {
    window.earlyFeed[file] = fetch('./feed/' + file);
    window.earlyFeed[file].catch(function () {});
  });
  (files[route] || []).forEach(function (file) {
    var link = document.createElement('link');
    link.rel = 'preload';
    link.as = /js$/.test(file) ? 'script' : 'style';
    link.href = file;
    document.head.appendChild(link);
  });
  window.earlyPage = {
    home: route === '${home}',
    type: stored.type,
    dark: dark,
    styles: (files[route] || []).filter(function (file) { return /css$/.test(file) })
  };
})(${[files, volumes, covers].map(it => JSON.stringify(it)).join(', ')})`

/**
 * First thing in the body: on the home page, today's event in the classes that the app will draw it in, at the same place.
 * The app takes it away when its own stands there (src/platform/page/first-paint.h5.ts). Whatever fails here only means that it waits for the app.
 */
export const PAINT = `(function () {
  if (!window.earlyPage.home) return;
  var now = new Date(Date.now() + 288e5).toISOString();
  var day = now.slice(5, 10);
  // A correction of this very day is the app's to apply.
  try {
    if ((localStorage.getItem('errata') || '').indexOf(day) >= 0) return;
  } catch (e) {}
  var scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  var steps = [1, 1.25, 1.5, 2];
  var step = window.earlyPage.type || steps.reduce(function (best, it, i) {
    return Math.abs(it - scale) < Math.abs(steps[best - 1] - scale) ? i + 1 : best;
  }, 1);
  var styled = window.earlyPage.styles.map(function (file) {
    return new Promise(function (resolve, reject) {
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = file;
      link.onload = resolve;
      link.onerror = reject;
      document.head.appendChild(link);
    });
  });
  var month = window.earlyFeed['days-' + day.slice(0, 2) + '.json'].then(function (response) { return response.clone().json() });
  Promise.all([month].concat(styled)).then(function (all) {
    var entry = all[0].days.filter(function (it) { return it.day === day })[0].entries[0];
    var app = document.getElementById('app');
    if (document.getElementById('today-event') || !/^#?\\/?(pages\\/home\\/index)?$/.test(location.hash.split('?')[0])) return;
    var text = function (className, words, parent) {
      var node = document.createElement('span');
      node.className = className;
      node.textContent = words;
      parent.appendChild(node);
      return node;
    };
    var part = function (className, parent) {
      var node = document.createElement('div');
      node.className = className;
      parent.appendChild(node);
      return node;
    };
    var root = document.createElement('div');
    root.id = 'first-paint';
    root.className = 'type-' + step + ' theme-' + (window.earlyPage.dark ? 'dark' : 'light');
    root.setAttribute('aria-hidden', 'true');
    var bar = part('title-bar', root);
    text('title-bar__title', document.title, bar);
    text('title-action', '大字 A', bar);
    var body = part('screen__body screen__body--tab', root);
    text('home__date', Number(day.slice(0, 2)) + '月' + Number(day.slice(3)) + '日 周' + '日一二三四五六'.charAt(new Date(now).getUTCDay()) + '\\u00a0· 党史上的今天', body);
    var annal = part('annal', body);
    text('annal__year', entry.year, annal);
    text('annal__title', entry.text, annal);
    app.parentNode.insertBefore(root, app);
    addEventListener('hashchange', function () { root.remove() });
  }).catch(function () {});
})()`

/** As `.screen` (src/layout/screen), over the place where the app will draw; no finger lands on it. */
export const PAINT_STYLE = `#first-paint {
  position: fixed; z-index: 1; inset: 0; pointer-events: none;
  box-sizing: border-box; width: 100%; max-width: var(--page-width); margin: 0 auto;
  background: var(--paper); color: var(--ink); font-family: var(--sans); font-size: var(--f-m); line-height: 1.6;
}`

/** One line, so that it does not weigh more than it must. */
export const oneLine = (script: string): string => script.replace(/^\s*\/\/.*$/gm, '').replace(/\s*\n\s*/g, ' ')
