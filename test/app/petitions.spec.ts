import { call, expect, test } from './fixtures';
import { field, hands, statusLine } from './office-here';
import {
  committee,
  enrolled,
  goTo,
  keyed,
  november,
  officeWithKim,
  opened,
  openUniversity,
  pressed,
  sit,
  spring,
  western,
} from './petition-office';
import { key } from './policy-office';

/** Petitions and appeals by keyboard, in the built app: opened, approved on paper, sent back, voted on, decided. */

test.use({ startsAt: november });

test('a late drop is keyed with its form, approved on paper, and decided by somebody else: the W stands in a new determination', async ({
  page,
}) => {
  await officeWithKim(page);
  await enrolled(page, 'Okafor', openUniversity);
  const { type, press } = hands(page);
  await press('Control+N');
  await expect(field(page, 'channel')).toBeFocused();
  await key(page, 'm', 'd', 'okafor');
  await type('10/2');
  await press('Tab');
  await type('10/5');
  await field(page, 'petition').press('Space');
  await expect(field(page, 'petitionKind')).toHaveValue('late-drop');
  await expect(page.getByRole('checkbox', { name: 'Instructor' })).toHaveCount(0);
  await field(page, 'petitionReason').focus();
  await type('In the hospital until October 4.');
  await press('Control+S');
  const way = statusLine(page).getByRole('link', { name: /^Petition RD-\d{4}-0001-P1 opened$/ });
  await expect(way).toBeVisible();
  await expect(page.getByRole('region', { name: 'Petitions and appeals' })).toContainText('Waits for the office');
  await way.focus();
  await press('Enter');

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/-P1$/);
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('A supervisor decides');
  const paper = page.getByRole('region', { name: 'Petition as received' });
  await expect(paper).toContainText('the instructor’s approval with a signature seen');
  for (const [role, name] of [
    ['Instructor', 'R. Hale'],
    ['Department chair', 'D. Sato'],
  ] as const) {
    await pressed(page, 'Record an approval');
    await expect(field(page, 'role')).toBeFocused();
    await press('Tab');
    await press('Tab');
    await type(name);
    await press('Control+S');
    await expect(page.getByText('The date is missing. Type it as written on the paper.')).toBeVisible();
    await expect(field(page, 'on')).toBeFocused();
    await type('10/12');
    await press('Tab');
    await expect(field(page, 'signatureSeen')).not.toBeChecked();
    await press('Space');
    await press('Control+S');
    await expect(page.getByRole('region', { name: 'Approvals on paper' })).toContainText(
      `${role}: approved by ${name}, Mon, Oct 12, 2026, signature seen`,
    );
  }
  await expect(paper).not.toContainText('it needs');

  await sit(page, 'lee');
  await press('Control+3');
  await expect(page.getByRole('textbox', { name: 'Find and filter' })).toBeFocused();
  await type('okaf');
  await expect(page.getByRole('grid', { name: 'Petitions' }).locator('tbody tr')).toHaveCount(1);
  await press('ArrowDown');
  await press('Enter');
  await expect(heading).toHaveText(/-P1$/);
  await expect(page.locator('.toolbar-detail')).toContainText('1 of 1');
  await pressed(page, /^Approve/);
  await expect(field(page, 'reasonCode')).toBeFocused();
  await type('1');
  await expect(field(page, 'reason')).toHaveValue('Illness');
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('On the record: W');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('granted');
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('Lee Morgan');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Decided: Granted — Illness');
  await page.getByRole('link', { name: /^RD-\d{4}-0001$/ }).focus();
  await press('Enter');
  await expect(page.getByRole('region', { name: 'Petitions and appeals' })).toContainText('Granted');
  const { rows } = await call(page, 'petition.list', {
    filter: { kinds: ['late-drop'], state: 'granted', text: '', dueBy: null, caseId: null },
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 10,
  });
  const view = await call(page, 'case.get', { id: rows[0]?.caseId ?? '' });
  expect(view.determinations.at(-1)).toMatchObject({
    cause: 'petition',
    determination: { outcome: 'none', notation: 'W', clause: 'H11' },
  });
});

test('a retroactive request one day late says so before it is saved, and is refused with its date; on its last day it waits', async ({
  page,
}) => {
  await officeWithKim(page);
  const view = await keyed(page, 'Bianchi', spring, { received: '2026-04-28' });
  await goTo(page, `/case/${view.row.id}`);
  await pressed(page, 'Petition');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New petition');
  const { type, press } = hands(page);
  await field(page, 'kind').focus();
  await type('r');
  await press('Tab');
  await type('10/30');
  const strip = page.getByRole('region', { name: 'By when it may come' });
  await expect(strip).toContainText('received on Fri, Oct 30, 2026, on its last day.');
  await expect(page.getByText('This petition came too late.')).toHaveCount(0);
  await field(page, 'receivedOn').focus();
  await press('Control+A');
  await type('10/31');
  await expect(strip).toContainText('The course’s last day was Thu, Apr 30, 2026');
  await expect(strip).toContainText('received on Sat, Oct 31, 2026, 1 day too late.');
  await expect(page.getByText('This petition came too late.')).toBeVisible();
  await press('Control+S');
  await expect(statusLine(page)).toContainText('refused: it came 1 day too late');
  await expect(page.locator('.toolbar-detail')).toContainText('Refused: too late');
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('Last dayFri, Oct 30, 2026');
  await expect(page.getByRole('button', { name: /Record the decision/ })).toHaveCount(0);
});

test('an appeal is voted on by the committee and granted in part; what main refuses stands under its field and nothing is lost', async ({
  page,
}) => {
  await officeWithKim(page);
  const view = await keyed(page, 'Duarte', western, { received: '2026-10-15' });
  await goTo(page, `/case/${view.row.id}`);
  await pressed(page, 'Appeal');
  const { type, press } = hands(page);
  await expect(page.getByRole('region', { name: 'The determination it is against' })).toContainText('Kim Park');
  await field(page, 'receivedOn').focus();
  await press('Control+S');
  await expect(page.getByText('The date received is missing. Type it as stamped.')).toBeVisible();
  await type('10/28');
  await field(page, 'reason').focus();
  await type('Deployed in week four.');
  await field(page, 'askedCents').focus();
  await type('400');
  await press('Control+S');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/-A1$/);
  await expect(page.getByRole('region', { name: 'Committee' })).toContainText('R. Hale: has not voted yet');
  await expect(page.getByRole('button', { name: 'Record votes' })).toHaveCount(0);

  await sit(page, 'lee');
  await press('Control+4');
  await expect(page.getByRole('textbox', { name: 'Find and filter' })).toBeFocused();
  await press('ArrowDown');
  await press('Enter');
  await pressed(page, 'Record votes');
  await expect(field(page, 'votedOn')).toBeFocused();
  for (const [at, digit] of ['2', '2', '3'].entries()) {
    await field(page, `vote-${at}`).focus();
    await press(digit);
  }
  await press('Control+S');
  const votes = page.getByRole('region', { name: 'Committee' });
  await expect(votes).toContainText(`${committee[2]}: Deny`);
  await expect(votes).toContainText('0 to grant, 2 to grant in part, 1 to deny, 0 abstentions.');

  const pane = page.getByRole('region', { name: 'Decision' });
  await page.getByRole('button', { name: /^Approve/ }).focus();
  await press('p');
  await expect(field(page, 'percent')).toBeFocused();
  await press('Control+Enter');
  await expect(pane).toContainText('The percentage is missing. Type it, or choose an amount.');
  await type('150');
  await press('Control+Enter');
  await expect(pane).toContainText('“150” is not a percentage from 0 to 100.');
  await expect(field(page, 'percent')).toHaveValue('150');
  await press('Control+A');
  await type('50');
  await expect(pane).toContainText('The policy gives: $0.00; Asked: $400.00; This decision: $200.00');
  await press('Control+Enter');
  // Main asks for a reason; what was typed stays.
  await expect(field(page, 'reason')).toBeFocused();
  await expect(field(page, 'reason')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'percent')).toHaveValue('50');
  await type('Deployed in week four; orders seen.');
  await press('Control+Enter');
  await expect(statusLine(page)).toContainText('granted in part, $200.00');
  const kept = await call(page, 'case.get', { id: view.row.id });
  expect(kept.determinations.map((d) => [d.cause, d.determination.refund, d.superseded])).toEqual([
    ['form', 0, true],
    ['appeal', 20_000, false],
  ]);
});

test('more information sends it back to the student, whose answer brings it back; the list says where each stands', async ({
  page,
}) => {
  await officeWithKim(page);
  const first = await keyed(page, 'Abe', spring, { received: '2026-04-28' });
  const second = await keyed(page, 'Cruz', spring, { received: '2026-04-28' });
  await opened(page, first.row.id, { kind: 'retroactive', receivedOn: '2026-10-01' });
  await opened(page, second.row.id, { kind: 'retroactive', receivedOn: '2026-10-30' });
  await sit(page, 'lee');
  const { type, press } = hands(page);
  await press('Control+3');
  const rows = page.getByRole('grid', { name: 'Petitions' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Abe');
  await expect(rows.first()).toContainText('11 days overdue');
  await press('ArrowDown');
  await press('Enter');
  await expect(page.locator('.toolbar-detail')).toContainText('1 of 2');
  await press('Control+PageDown');
  await expect(page.locator('.toolbar-detail')).toContainText('Cruz');
  await expect(page.locator('.toolbar-detail')).toContainText('2 of 2');
  await page.getByRole('button', { name: /^Deny/ }).focus();
  await press('m');
  await expect(field(page, 'why')).toBeFocused();
  await press('Control+S');
  await expect(page.getByText('What is needed is missing. Type it here.')).toBeVisible();
  await type('The bill of the hospital');
  await press('Tab');
  await type('11/16');
  await press('Control+S');
  await expect(page.locator('.toolbar-detail')).toContainText('With the student');
  await press('Control+3');
  await pressed(page, 'With the student');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Cruz');
  await rows.first().focus();
  await press('Enter');
  await pressed(page, 'Record the answer');
  await expect(field(page, 'on')).toBeFocused();
  await press('Control+S');
  await expect(page.locator('.toolbar-detail')).toContainText('Waits for the office');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Returned for information');
});
