import MarkdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';
import { linkBetween, rewriteLink } from './pagePath';
import { NavEntry, Site } from './site';

interface Heading {
  level: number;
  id: string;
  title: string;
}

/**
 * Renders one document as a page. The class names are those of Material for MkDocs, which the TechDocs reader styles
 * and takes apart. HTML in documents is shown as text: documents come from any repository.
 */
export function renderPage(options: {
  site: Site;
  nav: NavEntry[];
  file: string;
  markdown: string;
}): string {
  const { site, nav, file, markdown } = options;
  const headings: Heading[] = [];
  const renderer = createRenderer(file, headings);
  const body = renderer.render(markdown);
  const escape = renderer.utils.escapeHtml;
  const title = headings.find(heading => heading.level === 1)?.title;
  return `<!doctype html>
<html>
<head><meta charset="utf-8"><title>${escape(
    title ? `${title} - ${site.name}` : site.name,
  )}</title></head>
<body dir="ltr">
<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner"><nav class="md-nav md-nav--primary">${renderNav(
    nav,
    file,
    escape,
  )}</nav></div></div></div>
<div class="md-sidebar md-sidebar--secondary"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner"><nav class="md-nav md-nav--secondary">${renderContents(
    headings,
    escape,
  )}</nav></div></div></div>
<div class="md-content"><article class="md-content__inner md-typeset">
${body}</article></div>
</div></main></div>
</body>
</html>
`;
}

function createRenderer(file: string, headings: Heading[]): MarkdownIt {
  const renderer = new MarkdownIt({ html: false, linkify: true });
  renderer.use(anchor, {
    slugify: slug,
    callback: (token, info) =>
      headings.push({
        level: Number(token.tag.slice(1)),
        id: info.slug,
        title: info.title,
      }),
  });
  renderer.core.ruler.push('page-links', state => {
    for (const token of state.tokens.flatMap(each => each.children ?? [])) {
      const attribute = token.type === 'image' ? 'src' : 'href';
      const value = token.attrGet(attribute);
      if (value) token.attrSet(attribute, rewriteLink(file, value));
    }
  });
  return renderer;
}

/** As GitHub does, so that a link to a heading works in both places. */
function slug(title: string): string {
  return title
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function renderNav(
  entries: NavEntry[],
  current: string,
  escape: (text: string) => string,
): string {
  const items = entries.map(entry => {
    if ('children' in entry) {
      return `<li class="md-nav__item"><span class="md-nav__link">${escape(
        entry.title,
      )}</span>${renderNav(entry.children, current, escape)}</li>`;
    }
    const active = entry.file === current;
    return `<li class="md-nav__item${
      active ? ' md-nav__item--active' : ''
    }"><a class="md-nav__link${
      active ? ' md-nav__link--active' : ''
    }" href="${linkBetween(current, entry.file)}">${escape(
      entry.title,
    )}</a></li>`;
  });
  return `<ul class="md-nav__list">${items.join('')}</ul>`;
}

function renderContents(
  headings: Heading[],
  escape: (text: string) => string,
): string {
  const items = headings
    .filter(heading => heading.level === 2 || heading.level === 3)
    .map(
      heading =>
        `<li class="md-nav__item"><a class="md-nav__link" href="#${
          heading.id
        }">${escape(heading.title)}</a></li>`,
    );
  return `<ul class="md-nav__list">${items.join('')}</ul>`;
}
