// Who issues tokens, until the API says it itself: API Gateway asks for it when it makes the authorizer, and that is
// before there is an API behind the CDN. A viewer-request function of the CDN.
function handler(event) {
  var origin = 'https://' + event.request.headers.host.value;
  var keys = event.request.uri === '/.well-known/jwks.json';
  var known = keys || event.request.uri === '/.well-known/openid-configuration';
  if (!known) return { statusCode: 404, statusDescription: 'Not Found' };
  var body = keys ? { keys: [] } : {
    issuer: origin,
    jwks_uri: origin + '/.well-known/jwks.json',
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: { 'content-type': { value: 'application/json' }, 'cache-control': { value: 'no-store' } },
    body: JSON.stringify(body),
  };
}
