// A folder's page is its index.html; a folder asked for without its slash is led there, so that the page's own links
// lead into it. A viewer-request function of the CDN.
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.endsWith('/')) {
    request.uri = uri + 'index.html';
    return request;
  }
  if (uri.substring(uri.lastIndexOf('/')).indexOf('.') >= 0) return request;
  // more than one slash at the beginning would name another host
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: '/' + uri.replace(/^\/+/, '') + '/' }, 'cache-control': { value: 'no-cache' } },
  };
}
