import { formTopics } from './forms';
import { handOffTopics } from './hand-off';
import { officeTopics } from './office';
import { peopleTopics } from './people';
import { recordTopics } from './records';
import { reportTopics } from './reports';
import type { Topic } from './topic';

/** All help, in the order of the rail. The path is how a screen's address begins. */
export const topics: readonly Topic[] = [
  ...formTopics,
  ...peopleTopics,
  ...recordTopics,
  ...handOffTopics,
  ...reportTopics,
  ...officeTopics,
];

/** The topic of an address, the longest that fits; Today's for any other. */
export function topicOf(at: string): Topic {
  const path = at.replace(/^\/help(?=\/)/, '');
  const fitting = topics.filter((t) => path === t.path || (t.path !== '/' && path.startsWith(`${t.path}/`)));
  const longest = fitting.reduce<Topic | null>(
    (best, t) => (best === null || t.path.length > best.path.length ? t : best),
    null,
  );
  return longest ?? topics[0] ?? noTopic;
}

const noTopic: Topic = { path: '/', title: 'Help', what: '', steps: [], trouble: [], scopes: [] };
