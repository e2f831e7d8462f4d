import { z } from 'zod';

/** How a document reached the company; it decides the receipt date (see router). */
export const channelSchema = z.enum(['letter', 'fax', 'email']);
export type Channel = z.infer<typeof channelSchema>;
