import type { Residence } from '../../../shared/register/registration';
import { Chip } from '../../components/chip';

/** What is known of where somebody lives, as far as the policy asks. */
export function ResidenceChip({ residence }: { readonly residence: Residence }) {
  switch (residence.kind) {
    case 'free':
      return <Chip tone="good">Nothing against it</Chip>;
    case 'unknown':
      return <Chip tone="wait">No address yet</Chip>;
    case 'barred':
      return <Chip tone="bad">{`Lives in ${residence.place}`}</Chip>;
  }
}
