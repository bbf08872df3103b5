import { z } from 'zod';

// Zod writes itself a faster parser for every schema at its first use. For forms keyed one at a time that never pays for
// the time it takes when the app starts. Has to be said before the first schema is used.
z.config({ jitless: true });
