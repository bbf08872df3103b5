import { parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { Dialog } from 'react-aria-components/Dialog';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';

type CalendarPopupProps = {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly day: string;
  readonly label: string;
  readonly onChoose: (day: string) => void;
  readonly onClose: () => void;
};

/** A month to choose a day from, under its field: arrow keys, PgUp and PgDn, Enter; Esc closes it. */
export function CalendarPopup({ anchor, day, label, onChoose, onClose }: CalendarPopupProps) {
  return (
    <I18nProvider locale="en-US">
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        className="popover"
      >
        <Dialog aria-label={`Calendar for ${label}`} className="calendar-dialog">
          <Calendar
            aria-label={label}
            autoFocus
            defaultValue={parseDate(day)}
            onChange={(chosen) => {
              onChoose(chosen.toString());
              onClose();
            }}
            className="calendar"
          >
            <header className="calendar-head">
              <Button slot="previous" className="button quiet">
                <ChevronLeft size={16} aria-hidden />
              </Button>
              <CalendarHeading className="calendar-month" />
              <Button slot="next" className="button quiet">
                <ChevronRight size={16} aria-hidden />
              </Button>
            </header>
            <CalendarGrid className="calendar-grid">
              <CalendarGridHeader>{(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </I18nProvider>
  );
}
