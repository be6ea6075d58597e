import {
  type DocumentView,
  isPicture,
  type NarrativeNode,
  type NarrativeSection,
  type ViewedFile,
} from '../../core/index.js';
import { HTML_LABELS } from './html-labels.js';
import type { Page } from './page.js';

/** What was judged, as a person sees it: the file of a level 1, the narrative of a level 3. */
export function DocumentViewPart({ page, view }: { readonly page: Page; readonly view: DocumentView }) {
  const { word } = page;
  if (view.files.length === 0 && view.sectionCount === 0) return null;
  return (
    <details class="viewer document-view" open={!view.isMasked}>
      <summary>{word('documentView')}</summary>
      {view.files.map((file) => (
        <File key={file.sha256} page={page} file={file} isMasked={view.isMasked === true} />
      ))}
      {view.sectionCount > 0 && (
        <p class="soft">
          {word('narrative')} · {view.sectionCount} {word('sections')}
        </p>
      )}
      {view.isMasked && <p class="soft">{word('viewMasked')}</p>}
      {view.sections.length > 0 && (
        <div class="narrative">
          {view.sections.map((section, index) => (
            <Section key={index} page={page} section={section} />
          ))}
        </div>
      )}
      {view.isCut && <p class="reason">{word('narrativeCut')}</p>}
    </details>
  );
}

function File({
  page,
  file,
  isMasked,
}: {
  readonly page: Page;
  readonly file: ViewedFile;
  readonly isMasked: boolean;
}) {
  const { label, language, word } = page;
  const pages =
    file.pages === undefined ? [] : [file.pages > 0 ? `${file.pages} ${word('pages')}` : word('pagesUnknown')];
  const role = HTML_LABELS[file.role === 'body' ? 'carriedFile' : 'pdfCopy'][language];
  return (
    <div class="carried-file">
      <p>
        <strong>{role}</strong> · {[file.mediaType, ...pages, `${file.size} ${label('bytes')}`].join(' · ')}
      </p>
      <p class="digest">
        <span class="soft">SHA-256</span> <code>{file.sha256}</code>
      </p>
      {!isMasked && file.pages !== undefined && <FirstPage page={page} file={file} />}
      {file.text !== undefined && <pre class="scroll">{file.text}</pre>}
    </div>
  );
}

function FirstPage({ page, file }: { readonly page: Page; readonly file: ViewedFile }) {
  const bytes = file.pictureId === undefined ? undefined : page.options.assets?.images?.get(file.pictureId)?.bytes;
  if (!bytes || !isPicture(bytes, 'image/png')) return <p class="soft">{page.word('noFirstPage')}</p>;
  const source = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  return (
    <figure>
      <img src={source} alt={page.word('firstPage')} />
      <figcaption class="soft">{page.word('firstPage')}</figcaption>
    </figure>
  );
}

function Section({ page, section }: { readonly page: Page; readonly section: NarrativeSection }) {
  return (
    <section class={`narrative-${Math.min(section.depth, 3)}`}>
      {section.title !== '' && <h5>{section.title}</h5>}
      {section.content.map((node, index) => (
        <Node key={index} page={page} node={node} />
      ))}
    </section>
  );
}

/** Tags come from a closed list and carry no attribute of the document but the spans of cells; texts are escaped. */
function Node({ page, node }: { readonly page: Page; readonly node: NarrativeNode }) {
  if (typeof node === 'string') return <>{node}</>;
  if ('picture' in node) {
    if (node.base64 === undefined) return <span class="soft">[{page.word('noEmbedded')}]</span>;
    return <img src={`data:${node.picture};base64,${node.base64}`} alt="" />;
  }
  const { tag: Tag, content, columns, rows } = node;
  if (Tag === 'br') return <br />;
  return (
    <Tag {...(columns && { colSpan: columns })} {...(rows && { rowSpan: rows })}>
      {content.map((child, index) => (
        <Node key={index} page={page} node={child} />
      ))}
    </Tag>
  );
}
