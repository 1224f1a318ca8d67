/// Writes Parquet, as much of the format as tables of texts, whole numbers, truths, times and days
/// need. A *row group* is a stretch of rows that is written column by column.
@NullMarked
package games.drawbridge.parquet;

import org.jspecify.annotations.NullMarked;
