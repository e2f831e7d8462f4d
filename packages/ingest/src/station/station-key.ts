import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; the prefix lets a leaked key be found by whoever searches for such. */
export const newStationKey = () => `mailroom-station-${randomBytes(32).toString('base64url')}`;

/** What the database keeps of it. */
export const hashStationKey = (key: string) => createHash('sha256').update(key).digest('hex');
