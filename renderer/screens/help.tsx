import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Button } from '../components/button';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { KeySheet } from './help/key-sheet';
import { topicOf, topics } from './help/topics';
import './screens.css';

/** Help for the screen it was asked from: what the screen is for, how the work goes there, what to do when stuck, and its keys. */
export function HelpScreen({ on }: { readonly on: string }) {
  const topic = topicOf(on);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [topic]);
  return (
    <Screen
      title="Help"
      detail={topic.title}
      actions={
        <>
          <Button onPress={() => history.back()}>Back to the work</Button>
          <Button tone="primary" onPress={() => window.print()}>
            Print this page
          </Button>
        </>
      }
    >
      <div className="help">
        <nav className="panel help-topics" aria-label="Help topics" data-pane="topics">
          <ul>
            {topics.map((t) => (
              <li key={t.path}>
                <Link href={to.helpOn(t.path)} aria-current={t === topic ? 'page' : undefined}>
                  {t.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <article className="panel help-topic" data-pane="topic" aria-labelledby="help-heading">
          <h2 id="help-heading" ref={heading} tabIndex={-1}>
            {topic.title}
          </h2>
          <p>{topic.what}</p>
          <h3>How it goes</h3>
          <ol>
            {topic.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {topic.trouble.length > 0 && <h3>When something is in the way</h3>}
          <dl>
            {topic.trouble.map(({ when, then }) => (
              <div key={when}>
                <dt>{when}</dt>
                <dd>{then}</dd>
              </div>
            ))}
          </dl>
        </article>
        <Panel title="Keys here" className="help-keys">
          <KeySheet scopes={topic.scopes} />
        </Panel>
      </div>
    </Screen>
  );
}
