import type { Report } from '../contract/reports';
import { barsDrawing } from './chart-bars';
import { histogramDrawing } from './chart-histogram';
import { timelineDrawing } from './chart-timeline';
import type { Drawing, Room } from './drawing';

/** What a report’s figures look like in this much room. */
export function drawingOf(picture: NonNullable<Report['picture']>, room: Room): Drawing {
  switch (picture.kind) {
    case 'bars':
      return barsDrawing(picture, room);
    case 'histogram':
      return histogramDrawing(picture, room);
    case 'timeline':
      return timelineDrawing(picture, room);
  }
}
