package games.drawbridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who is woken by an alarm finds what to do, and no chapter is about an alarm that there is not.
class RunbookTest {
    private static final Pattern CHAPTER = Pattern.compile("(?m)^### Alarm: ([a-z-]+)$");
    private static final Path PAGE = Path.of("../docs/operate.md");

    @Test
    void everyAlarmHasItsChapterAndEveryChapterItsAlarm() throws IOException {
        var chapters = new TreeSet<String>();
        CHAPTER.matcher(Files.readString(PAGE)).results().forEach(it -> chapters.add(it.group(1)));
        var alarms = new TreeSet<String>();
        for (var alarm : Synthesized.PROD.all("Operations", "AWS::CloudWatch::Alarm")) {
            String name = alarm.get("AlarmName").asText().replaceFirst("^drawbridge-prod-", "");
            alarms.add(name);
            assertThat(alarm.get("AlarmDescription").asText())
                    .contains("docs/operate.md, \"Alarm: " + name + "\"");
            assertThat(alarm.get("AlarmActions").size()).as(name).isEqualTo(1);
        }
        assertThat(alarms).isNotEmpty().isEqualTo(chapters);
    }
}
