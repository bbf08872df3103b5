import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { chordOf, run, useOffered } from '../commanding';
import { Kbd } from '../components/kbd';
import { noFilter } from '../../shared/contract/no-filter';
import type { Input } from '../../shared/contract';
import { forPalette } from '../palette-keys';
import { useCall } from '../wire';
import { commandRows, foundRows, type PaletteRow } from './palette/rows';
import './screens.css';

/** Go to anything: commands with their keys, cases, students and courses, by a few letters. Esc closes it and gives the focus back. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const offered = useOffered();
  const typed = text.trim();
  const found = useCall('search.all', typed === '' ? null : { text: typed });
  const recent = useCall('case.list', typed === '' ? recentCases : null);
  const groups = useMemo(() => {
    const commands = { label: 'Commands', rows: commandRows(typed, offered) };
    if (typed === '')
      return [...foundRows({ cases: recent.data?.rows ?? [], students: [], courses: [] }, 'Recent forms'), commands];
    const records = found.data === undefined ? [] : foundRows(found.data, 'Forms');
    // A number is a case or a course; letters may as well be a command.
    return (/^\d/.test(typed) ? [...records, commands] : [commands, ...records]).filter(
      (group) => group.rows.length > 0,
    );
  }, [typed, offered, found.data, recent.data]);
  const rows = groups.flatMap((group) => group.rows);
  const current = Math.min(at, rows.length - 1);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    // Set before the next key can come: a letter typed then follows those typed before the box was there.
    const ahead = forPalette.take();
    // eslint-disable-next-line react-hooks/set-state-in-effect -- keys heard outside React, which the next one must find here
    if (ahead !== '') setText((before) => before + ahead);
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const close = () => {
    // Closing the dialog itself gives the focus back to where it was; a command may then move it.
    dialog.current?.close();
    onClose();
  };
  const choose = (row: PaletteRow) => {
    close();
    if (row.kind === 'command') run(row.id);
    else go(row.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The screen behind must not hear keys meant for this list.
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      const next = current + step;
      setAt(Math.abs(step) === 1 ? (next + rows.length) % rows.length : Math.min(Math.max(next, 0), rows.length - 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const row = rows[current];
      if (row !== undefined) choose(row);
    } else if (chordOf(event.nativeEvent) === 'Ctrl+K') {
      event.preventDefault();
      close();
    }
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Go to anything"
      onClose={onClose}
      onKeyDown={onKeyDown}
      onClick={(e) => e.target === dialog.current && close()}
    >
      <div className="palette-box">
        <input
          className="palette-input"
          type="text"
          role="combobox"
          aria-label="Go to"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={rows.length > 0 ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="A command, a name, a number: try 417, garc, print"
          value={text}
          onChange={(e) => {
            setText(e.target.value);
            setAt(0);
          }}
        />
        <div className="palette-list" id={`${id}-list`} role="listbox" aria-label="Found">
          {groups.map((group, index) => (
            <div key={group.label} role="group" aria-labelledby={`${id}-group-${index}`}>
              <div className="palette-group" id={`${id}-group-${index}`} role="presentation">
                {group.label}
              </div>
              {group.rows.map((row) => {
                const position = rows.indexOf(row);
                return (
                  <div
                    key={row.key}
                    id={`${id}-${position}`}
                    role="option"
                    aria-selected={position === current}
                    className="palette-row"
                    onClick={() => choose(row)}
                  >
                    <span className="palette-words">{row.words}</span>
                    {row.detail !== '' && <span className="palette-detail">{row.detail}</span>}
                    {row.kind === 'command' && row.chord !== null && <Kbd chord={row.chord} />}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <p className="palette-foot" role="status">
          {rows.length === 0 && !found.isFetching
            ? `Nothing is called “${typed}”. Try a name, a case number, a course number or a command.`
            : '↑ ↓ to move · Enter to go · Esc to close'}
        </p>
      </div>
    </dialog>
  );
}

const recentCases: Input<'case.list'> = {
  filter: noFilter,
  sort: 'enteredAt',
  descending: true,
  offset: 0,
  limit: 5,
};
