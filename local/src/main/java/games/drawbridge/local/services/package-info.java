/// *Services* are the AWS services small enough to be the world's own: Secrets Manager, the mail
/// that SES would send and the events that Firehose would deliver. They speak AWS's protocols and
/// keep what they are told on disk.
@NullMarked
package games.drawbridge.local.services;

import org.jspecify.annotations.NullMarked;
