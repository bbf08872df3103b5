import { windowOutlines } from '../../../shared/letters/address';
import type { Preview } from '../../../shared/contract/letters';
import type { Office } from '../../../shared/register/office';

type SheetFrameProps = {
  readonly preview: Preview;
  readonly envelope: Office['printing']['envelope'];
  readonly overlay: boolean;
};

/** The page at its true size in a frame that can do nothing but show it, with the envelope's window drawn over the first sheet where asked. */
export function SheetFrame({ preview, envelope, overlay }: SheetFrameProps) {
  const outlines = overlay ? windowOutlines(envelope) : [];
  return (
    <div className="desk-top" role="region" aria-label="The page as it prints" tabIndex={0} data-pane="page">
      <div className="sheet-frame" style={{ height: `${preview.pages * 11}in` }}>
        <iframe key={preview.url} src={preview.url} sandbox="" title={preview.title} tabIndex={-1} />
        {outlines.map((r, index) => (
          <div
            key={index}
            className={`window-outline ${index === 0 ? 'down' : 'up'}`}
            style={{ left: `${r.left}in`, top: `${r.top}in`, width: `${r.width}in`, height: `${r.height}in` }}
          >
            <span>{index === 0 ? 'window, sheet down and left' : 'window, sheet up and right'}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
