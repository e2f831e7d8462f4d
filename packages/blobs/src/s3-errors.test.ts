import { expect, test } from 'vitest';
import { translated } from './s3-errors.ts';

test('a machine that has no key for the bucket is told which settings to look at', async () => {
  const error = Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' });
  await expect(translated(Promise.reject(error), 'The bucket originals')).rejects.toMatchObject({
    code: 'blobs-away',
    message: expect.stringContaining('S3_ACCESS_KEY_ID'),
  });
});
