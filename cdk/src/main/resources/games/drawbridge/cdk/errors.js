'use strict';
// API Gateway's own errors as problems (docs/decisions/errors.md). An origin-response function of the CDN: the body of
// what comes from the origin cannot be read here, but its type tells who wrote it.

const TITLES = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed',
  413: 'Content Too Large', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large', 503: 'Service Unavailable',
};

function said(status) {
  switch (status) {
    case 401: return [401, 'unauthorized', 'an access token is needed'];
    case 403: return [403, 'forbidden', 'the token does not allow this'];
    case 404: return [404, 'not-found', 'there is no such call'];
    case 413: return [413, 'too-big', 'the body is too big'];
    case 429: return [429, 'rate', 'too many calls'];
    case 431: return [431, 'too-big', 'the headers are too big'];
    case 502: case 503: case 504: return [503, 'busy', 'try again in a moment'];
    default: return [status, status < 500 ? 'bad-input' : 'internal', ''];
  }
}

function problem(response) {
  const [status, code, detail] = said(Number(response.status));
  const title = TITLES[status] || (status < 500 ? 'Bad Request' : 'Internal Server Error');
  const headers = { ...response.headers };
  delete headers['content-length'];
  delete headers['content-encoding'];
  headers['content-type'] = [{ key: 'Content-Type', value: 'application/problem+json' }];
  if (status === 429 || status === 503) headers['retry-after'] = [{ key: 'Retry-After', value: '1' }];
  return {
    ...response,
    status: String(status),
    statusDescription: title,
    headers,
    body: JSON.stringify({ type: 'about:blank', title, status, detail, code }),
  };
}

exports.handler = async (event) => {
  const response = event.Records[0].cf.response;
  const type = response.headers['content-type'];
  const ours = type && type[0].value.startsWith('application/problem+json');
  return Number(response.status) < 400 || ours ? response : problem(response);
};
