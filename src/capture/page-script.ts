/**
 * Run inside the page, which is not ours: plain JavaScript as text, without library. Attributes of ours mark elements and
 * are never seen.
 */
export const UNREADABLE = 'data-epreuve-unreadable';
export const COVERED = 'data-epreuve-covered';

/** Elements whose content is no text: it may show anything, and is painted over in a copy. */
export const UNREADABLE_SELECTOR = [
  ...['img', 'canvas', 'video', 'iframe', 'frame', 'object', 'embed', 'svg image', 'input[type=image]'],
  `[${UNREADABLE}]`,
].join(', ');

const EVERY_ELEMENT = `
const everyElement = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
  element.shadowRoot ? [element, ...everyElement(element.shadowRoot)] : [element]);`;

/** Marks elements with a picture behind or in place of their content. */
export const MARK_BACKGROUNDS = `(() => {${EVERY_ELEMENT}
  const hasPicture = (element, part) => {
    const style = getComputedStyle(element, part);
    return [style.backgroundImage, style.borderImageSource, style.listStyleImage, style.content, style.maskImage]
      .some((value) => value && value.includes('url('));
  };
  for (const element of everyElement(document)) {
    if ([null, '::before', '::after'].some((part) => hasPicture(element, part))) element.setAttribute('${UNREADABLE}', '');
  }
})()`;

/** Text that shows outside the marked elements: of elements, of form fields, and of what styles add. */
export const OUTSIDE_TEXT = `(() => {
  const LEFT_OUT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD']);
  const said = [];
  const added = (element, part) => {
    const { content } = getComputedStyle(element, part);
    if (!content || content === 'none' || content === 'normal') return;
    said.push(content);
    if (content.includes('attr(')) for (const { value } of element.attributes) said.push(' ', value);
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (LEFT_OUT.has(node.tagName) || node.hasAttribute('${COVERED}')) return;
      const isInline = getComputedStyle(node).display.startsWith('inline');
      if (!isInline) said.push('\\n');
      added(node, '::before');
      if (node.tagName === 'SELECT') said.push([...node.selectedOptions].map((each) => each.label).join(' '));
      else if ('value' in node && node.type !== 'password' && node.type !== 'hidden') {
        said.push('\\n', String(node.value || node.placeholder || ''), '\\n');
      }
      if (node.shadowRoot) walk(node.shadowRoot);
      if (node.tagName !== 'SELECT') for (const child of node.childNodes) walk(child);
      added(node, '::after');
      if (!isInline) said.push('\\n');
    } else if (node.nodeType === Node.DOCUMENT_NODE || node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
      for (const child of node.childNodes) walk(child);
    }
  };
  walk(document);
  return said.join('').replace(/[^\\S\\n]+/g, ' ').replace(/\\s*\\n\\s*/g, '\\n').trim();
})()`;
