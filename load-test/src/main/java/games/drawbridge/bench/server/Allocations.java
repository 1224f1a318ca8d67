package games.drawbridge.bench.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// What a JVM allocates, as it counts itself.
public final class Allocations {
    private Allocations() {}

    /// Asks a child of ours.
    ///
    /// @return bytes that all threads of a JVM have allocated so far; NaN when the process is no
    ///   JVM
    @SuppressWarnings("BanJNDI") // the address is that of a child of ours
    public static double of(Proc process) {
        try {
            var machine = VirtualMachine.attach(Long.toString(process.pid()));
            try (var there =
                    JMXConnectorFactory.connect(
                            new JMXServiceURL(machine.startLocalManagementAgent()))) {
                return ((Number)
                                there.getMBeanServerConnection()
                                        .getAttribute(
                                                new ObjectName("java.lang:type=Threading"),
                                                "TotalThreadAllocatedBytes"))
                        .doubleValue();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException | JMException _) {
            return Double.NaN;
        }
    }
}
