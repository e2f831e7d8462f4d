/**
 * Settings that keep a mailroom process to its home. Tests and benches start from them: a shell that names the
 * services of a mailroom in service shall not fill it with invented letters.
 */
export const noServices = {
  DATABASE_URL: '',
  REDIS_URL: '',
  S3_BUCKET: '',
  S3_ENDPOINT: '',
  S3_ACCESS_KEY_ID: '',
  S3_SECRET_ACCESS_KEY: '',
};
