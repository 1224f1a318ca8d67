/// Where the logs of rooms are read. The *live log* is in Redis, the *durable log* in DynamoDB, the
/// *archive* in S3: *segments* are its closed stretches of rooms that go on, and a room that is
/// over is *whole*, one object. All of them hold *batches*.
@NullMarked
package games.drawbridge.functions.log;

import org.jspecify.annotations.NullMarked;
